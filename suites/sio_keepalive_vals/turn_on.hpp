#pragma once

#include <span>

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

/// The usual values: on, the first probe after 5 s, the next ones every 7 s. Neither time is a
/// default, and both are whole seconds, because a stack lets only those be read back.
inline constexpr tcp_keepalive turned_on{1, 5000, 7000};
inline constexpr tcp_keepalive turned_off{0, 5000, 7000};

/// The values that turn keep-alive to `to`.
inline const tcp_keepalive& turned(std::uint32_t to) {
    return to == parameters::on ? turned_on : turned_off;
}

inline std::span<const unsigned char> bytes_of_values(const tcp_keepalive& values) {
    return {reinterpret_cast<const unsigned char*>(&values), sizeof values};
}

/// The control code with valid arguments; a case changes the argument that it is about.
struct KeepaliveVals {
    /// The content of lpcbBytesReturned's DWORD before the call.
    static constexpr DWORD unwritten = 0xA5A5A5A5;

    explicit KeepaliveVals(const tcp_keepalive& of_values = turned_on) : values(of_values) {}
    KeepaliveVals(const KeepaliveVals&) = delete;
    KeepaliveVals& operator=(const KeepaliveVals&) = delete;

    CallResult on(const Socket& socket) const { return socket.ioctl(arguments); }

    tcp_keepalive values;
    /// Written to by the call, whoever holds this.
    mutable DWORD bytes_returned = unwritten;
    IoctlArguments arguments = keepalive_vals(values, bytes_returned);
};

/// Turns keep-alive on with the control code and checks that it is on: a stack that refuses
/// everything, or does nothing, proves nothing by a refusal or an unchanged value. Called after the
/// row's check, so that a wrong answer fails whatever else is broken. Throws Inconclusive.
inline void require_working_code(const Socket& socket) {
    require_option(socket, so_keepalive, parameters::off);
    require_success(KeepaliveVals(turned_on).on(socket));
    if (read_any_switch(socket).dword() == parameters::off) {
        throw Inconclusive("SIO_KEEPALIVE_VALS changes nothing");
    }
}

}  // namespace conformance
