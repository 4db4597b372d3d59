#pragma once

#include <optional>
#include <string>

#include "cases/test.hpp"

namespace conformance {

/// What happens in the life of a stream socket, beside a connect that succeeds, of which
/// ConnectBy has the forms.
enum class Transition {
    bind,
    listen,
    /// Of the listener, from which a connection is accepted.
    accept,
    refused_connect,
    shutdown_send,
    shutdown_receive,
    shutdown_both,
    peer_close,
    data,
    /// Two calls of setsockopt that are refused, because they give no length.
    refused_sets,
};

std::string to_text(Transition transition);

/// A stream socket before a transition, with whatever takes part in it.
class SocketBefore {
public:
    /// `refused` is the option of Transition::refused_sets. Throws Inconclusive when the state
    /// cannot be reached.
    SocketBefore(const Test& test, Family family, Transition transition,
                 const Option<Truth>& refused);

    const Socket& socket() const noexcept { return *socket_; }

    /// Lets it happen. Throws Inconclusive when it does not.
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
