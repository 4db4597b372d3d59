#pragma once

#include "cases/case.hpp"

namespace conformance {

/// Whether a row is about setting the option or about reading it.
enum class Operation { set, get };

inline std::string to_text(Operation operation) {
    return operation == Operation::set ? "set" : "get";
}

// The parameters that cases share, with their usual values.

/// What a case says, it says of IPv4 and of IPv6.
inline const Parameter<Family> family("family", {Family::ipv4, Family::ipv6});
inline const Parameter<Creation> creation("creation",
                                          {Creation::socket, Creation::wsa_socket_overlapped,
                                           Creation::wsa_socket_non_overlapped});
inline const Parameter<Operation> operation("call", {Operation::set, Operation::get});
inline const Parameter<int> optlen("optlen");
inline const Parameter<std::uint32_t> value("value", {on, off});
inline const Parameter<ConnectBy> function(
    "function", {ConnectBy::connect, ConnectBy::connect_asynchronous, ConnectBy::wsa_connect,
                 ConnectBy::wsa_connect_asynchronous, ConnectBy::connect_ex,
                 ConnectBy::wsa_connect_by_list, ConnectBy::wsa_connect_by_name});

/// The other of on and off.
inline std::uint32_t opposite(std::uint32_t of_value) {
    return of_value == on ? off : on;
}

}  // namespace conformance
