#pragma once

#include <string>
#include <vector>

#include "loopback/setup_timeout.hpp"
#include "winsock/socket.hpp"

namespace conformance {

/// The ways in which a socket is made.
enum class Creation { socket, wsa_socket_overlapped, wsa_socket_non_overlapped };

std::string to_text(Creation creation);

/// New sockets of a family. They throw Inconclusive when the provider gives none.
Socket make_socket(Winsock& winsock, Family family, int type, int protocol,
                   Creation creation = Creation::socket);
Socket make_stream_socket(Winsock& winsock, Family family, Creation creation = Creation::socket);
Socket make_datagram_socket(Winsock& winsock, Family family, Creation creation = Creation::socket);

/// The families of which the provider gives stream sockets that can be bound to loopback.
std::vector<Family> available_families(Winsock& winsock);

/// Throws Inconclusive when a call that sets up a situation failed: "set-up: bind answered ...".
/// Otherwise the result is `result`, for rows about what success returns.
CallResult require_success(const CallResult& result);
inline CallResult require_success(const OptionResult& result) {
    return require_success(result.call);
}

/// Binds to loopback at a port of the system's choice, and returns the address.
Address bind_to_loopback(const Socket& socket, Family family);

/// Binds to that address, and returns it with the port that it got.
Address bind_to(const Socket& socket, Address address);

}  // namespace conformance
