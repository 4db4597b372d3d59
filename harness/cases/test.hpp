#pragma once

#include <chrono>

#include <catch2/catch_test_macros.hpp>

#include "expect/matchers.hpp"
#include "loopback/connected_pair.hpp"
#include "loopback/listener.hpp"
#include "loopback/pending_connect.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"

namespace conformance {

/// What a case's body gets to set its situation up. Whatever cannot be set up throws Inconclusive;
/// only expectations (CHECK_THAT) can fail a row.
class Test {
public:
    explicit Test(Winsock& winsock) noexcept : winsock_(winsock) {}

    Winsock& winsock() const noexcept { return winsock_; }

    Socket stream_socket(Family family, Creation creation = Creation::socket) const {
        return make_stream_socket(winsock_, family, creation);
    }
    Socket datagram_socket(Family family) const { return make_datagram_socket(winsock_, family); }
    Socket raw_socket(Family family) const;
    /// A socket of a network subsystem that has failed, as bind tells with WSAENETDOWN. Throws
    /// NotApplicable where it works.
    Socket socket_of_failed_network(Family family) const;
    ConnectedPair connected_pair(Family family, Creation creation = Creation::socket) const {
        return make_connected_pair(winsock_, family, creation);
    }
    Listener listener(Family family) const { return {winsock_, family}; }

    /// The row's situation exists only with what `result` asked for: it has to have succeeded.
    void given(const CallResult& result) const { set_up(result); }
    void given(const OptionResult& result) const { set_up(result.call); }

private:
    Winsock& winsock_;
};

}  // namespace conformance
