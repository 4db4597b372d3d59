#pragma once

#include "cases/case.hpp"
#include "cases/datagram_states.hpp"
#include "cases/foreign_handles.hpp"
#include "cases/memory.hpp"
#include "cases/options.hpp"
#include "cases/other_transports.hpp"
#include "cases/socket_states.hpp"
#include "cases/transitions.hpp"

namespace conformance {

/// Whether a row sets the option or reads it.
enum class Operation { set, get };

inline std::string to_text(Operation operation) {
    return operation == Operation::set ? "set" : "get";
}

inline std::string capability_for(HandleKind kind) {
    return kind == HandleKind::closed_ipv4_socket   ? "ipv4"
           : kind == HandleKind::closed_ipv6_socket ? "ipv6"
                                                    : "";
}

// The parameters that cases share, with their usual values.
namespace parameters {

/// Every claim holds for IPv4 and for IPv6.
inline const Parameter<Family> family("family", {Family::ipv4, Family::ipv6});
inline const Parameter<Creation> creation("creation",
                                          {Creation::socket, Creation::wsa_socket_overlapped,
                                           Creation::wsa_socket_non_overlapped});
inline const Parameter<Operation> set_or_get("call", {Operation::set, Operation::get});
inline const Parameter<int> optlen("optlen");
inline const Parameter<SocketState> socket_state(
    "state",
    {SocketState::fresh, SocketState::bound, SocketState::listening, SocketState::connected,
     SocketState::accepted, SocketState::shut_down_send, SocketState::shut_down_receive,
     SocketState::shut_down_both, SocketState::peer_closed, SocketState::after_failed_connect});
inline const Parameter<std::uint32_t> value("value", {on, off});
inline const Parameter<ConnectBy> function(
    "function", {ConnectBy::connect, ConnectBy::connect_asynchronous, ConnectBy::wsa_connect,
                 ConnectBy::wsa_connect_asynchronous, ConnectBy::connect_ex,
                 ConnectBy::wsa_connect_by_list, ConnectBy::wsa_connect_by_name});

inline const Parameter<Transport> transport("transport",
                                            {Transport::unix_domain, Transport::bluetooth});
inline const Parameter<DatagramState> datagram_state("state",
                                                     {DatagramState::unbound, DatagramState::bound,
                                                      DatagramState::connected});
inline const Parameter<HandleKind> descriptor("descriptor",
                                              {HandleKind::closed_ipv4_socket,
                                               HandleKind::closed_ipv6_socket, HandleKind::file,
                                               HandleKind::event, HandleKind::pipe,
                                               HandleKind::invalid_socket, HandleKind::zero});
/// Memory from which an argument cannot be read.
inline const Parameter<MemoryKind> unreadable("memory", {MemoryKind::null, MemoryKind::unmapped,
                                                         MemoryKind::no_access, MemoryKind::guard,
                                                         MemoryKind::kernel, MemoryKind::run_over});
/// Memory that cannot be written.
inline const Parameter<MemoryKind> unwritable("memory", {MemoryKind::null, MemoryKind::unmapped,
                                                         MemoryKind::no_access, MemoryKind::guard,
                                                         MemoryKind::kernel, MemoryKind::run_over,
                                                         MemoryKind::read_only});
/// Memory that cannot hold code.
inline const Parameter<MemoryKind> no_code("memory", {MemoryKind::unmapped, MemoryKind::no_access,
                                                      MemoryKind::kernel});
inline const Parameter<ConnectBy> asynchronously("function", {ConnectBy::connect_asynchronous,
                                                              ConnectBy::wsa_connect_asynchronous,
                                                              ConnectBy::connect_ex,
                                                              ConnectBy::connect_event_select,
                                                              ConnectBy::connect_async_select});
/// The functions that block until the connect has ended; they run in a thread of their own.
inline const Parameter<ConnectBy> blocking("function", {ConnectBy::connect, ConnectBy::wsa_connect,
                                                        ConnectBy::wsa_connect_by_list,
                                                        ConnectBy::wsa_connect_by_name});

inline const Parameter<Transition> transition(
    "transition",
    {Transition::bind, Transition::listen, Transition::accept, Transition::refused_connect,
     Transition::shutdown_send, Transition::shutdown_receive, Transition::shutdown_both,
     Transition::peer_close, Transition::data, Transition::refused_sets});

}  // namespace parameters

/// Returns off for on, and on for off.
inline std::uint32_t opposite(std::uint32_t of_value) {
    return of_value == parameters::on ? parameters::off : parameters::on;
}

}  // namespace conformance
