#pragma once

#include <optional>
#include <string>

#include "cases/test.hpp"

namespace conformance {

/// The states of a stream socket that the cases use.
enum class SocketState {
    fresh,
    bound,
    listening,
    connected,
    accepted,
    shut_down_send,
    shut_down_receive,
    shut_down_both,
    peer_closed,
    after_failed_connect,
};

std::string to_text(SocketState state);

/// A stream socket in that state, with the other sockets that the state needs.
class SocketInState {
public:
    /// Throws Inconclusive when the state cannot be reached.
    SocketInState(const Test& test, Family family, SocketState state);

    const Socket& socket() const noexcept { return *socket_; }

private:
    std::optional<Socket> socket_;
    std::optional<Socket> peer_;
};

}  // namespace conformance
