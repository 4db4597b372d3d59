#pragma once

#include <any>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "expect/assertions.hpp"
#include "expect/matchers.hpp"
#include "expect/seen.hpp"
#include "loopback/connected_pair.hpp"
#include "loopback/listener.hpp"
#include "loopback/pending_connect.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "model/row_result.hpp"
#include "wsk/wsk_socket.hpp"

namespace conformance {

/// What a case's body gets to set its situation up. Whatever cannot be set up throws Inconclusive;
/// only expectations (CHECK_THAT) can fail a row.
class Test {
public:
    /// What a process has found out once, by name.
    using Findings = std::map<std::string, std::any>;

    Test(Winsock& winsock, Wsk* wsk, RowResult& result, Findings& findings) noexcept
        : winsock_(winsock), wsk_(wsk), result_(result), findings_(findings) {}

    Winsock& winsock() const noexcept { return winsock_; }
    /// The kernel's; for rows that need wsk-driver.
    Wsk& wsk() const;

    Socket stream_socket(Family family, Creation creation = Creation::socket) const {
        return make_stream_socket(winsock_, family, creation);
    }
    Socket datagram_socket(Family family, Creation creation = Creation::socket) const {
        return make_datagram_socket(winsock_, family, creation);
    }
    Socket raw_socket(Family family) const;
    /// A socket of a network subsystem that has failed, as bind says with WSAENETDOWN. Throws
    /// NotApplicable where it works.
    Socket socket_of_failed_network(Family family) const;
    ConnectedPair connected_pair(Family family, Creation creation = Creation::socket) const {
        return make_connected_pair(winsock_, family, creation);
    }
    Listener listener(Family family) const { return {winsock_, family}; }

    /// What the row saw of the wire, which becomes part of its result.
    void keep(WireEvidence evidence) const { result_.wire = std::move(evidence); }
    /// What `find_out` answers, asked once in a process: a fact of the stack that takes long to
    /// find.
    template <typename Finding, typename FindOut>
    const Finding& once(const std::string& name, FindOut find_out) const {
        auto& finding = findings_[name];
        if (!finding.has_value()) {
            finding = Finding(find_out());
        }
        return std::any_cast<const Finding&>(finding);
    }
    /// For rows that look for what may break any of their case's requirements: the ones of which
    /// this row has something to say.
    void is_about(std::vector<std::string> requirements) const {
        result_.requirements = std::move(requirements);
    }

private:
    Winsock& winsock_;
    Wsk* wsk_;
    RowResult& result_;
    Findings& findings_;
};

}  // namespace conformance

/// What the row saw, of which nothing is demanded.
#define RECORD(seen)                                    \
    CONFORMANCE_CHECK_THAT("RECORD(" #seen ")", (seen), \
                           ::conformance::Recorded(::conformance::AnyOutcome()))
