#pragma once

#include <optional>
#include <string>

#include "cases/test.hpp"

namespace conformance {

/// Transitions of a stream socket, apart from a successful connect, whose forms ConnectBy lists.
enum class Transition {
    bind,
    listen,
    /// The listener accepts a connection.
    accept,
    refused_connect,
    shutdown_send,
    shutdown_receive,
    shutdown_both,
    peer_close,
    data,
    /// Two calls of setsockopt that are refused because their length is too short.
    refused_sets,
};

std::string to_text(Transition transition);

/// A stream socket before a transition, with the other sockets that take part.
class SocketBefore {
public:
    /// `refused` is the option that Transition::refused_sets sets. Throws Inconclusive when the
    /// state cannot be reached.
    SocketBefore(const Test& test, Family family, Transition transition,
                 const Option<Truth>& refused);

    const Socket& socket() const noexcept { return *socket_; }

    /// Performs the transition. Throws Inconclusive when it does not happen.
    void happen();

private:
    void shut_down(int how);
    void accept_one();
    void connect_to_closed_port();
    void send_both_ways();
    void set_without_length();

    const Test& test_;
    Family family_;
    Transition transition_;
    Option<Truth> refused_;
    std::optional<Socket> socket_;
    std::optional<Socket> peer_;
    Address address_ = Address::loopback(Family::ipv4);
};

}  // namespace conformance
