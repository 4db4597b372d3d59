#pragma once

#include <string>
#include <vector>

#include "loopback/setup_timeout.hpp"
#include "winsock/socket.hpp"

namespace conformance {

/// The ways to make a socket.
enum class Creation { socket, wsa_socket_overlapped, wsa_socket_non_overlapped };

std::string to_text(Creation creation);

/// New sockets of a family. Each function throws Inconclusive when the provider refuses.
Socket make_socket(Winsock& winsock, Family family, int type, int protocol,
                   Creation creation = Creation::socket);
Socket make_stream_socket(Winsock& winsock, Family family, Creation creation = Creation::socket);
Socket make_datagram_socket(Winsock& winsock, Family family, Creation creation = Creation::socket);

/// The families whose stream sockets the provider can bind to loopback.
std::vector<Family> available_families(Winsock& winsock);

/// Throws Inconclusive when a setup call failed: "set-up: bind answered ...". Otherwise returns
/// `result`, for rows about the result of a success.
CallResult require_success(const CallResult& result);
inline CallResult require_success(const OptionResult& result) {
    return require_success(result.call);
}

/// Binds to loopback at a port of the system's choice, and returns the address.
Address bind_to_loopback(const Socket& socket, Family family);

/// Binds to that address, and returns it with its port.
Address bind_to(const Socket& socket, Address address);

}  // namespace conformance
