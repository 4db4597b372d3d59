#include "loopback/sockets.hpp"

#include "model/inconclusive.hpp"

namespace conformance {

std::string to_text(Creation creation) {
    switch (creation) {
        case Creation::socket: return "socket";
        case Creation::wsa_socket_overlapped: return "WSASocketW-overlapped";
        case Creation::wsa_socket_non_overlapped: return "WSASocketW-non-overlapped";
    }
    return {};
}

CallResult require_success(const CallResult& result) {
    if (result.failed) {
        throw Inconclusive("set-up: " + std::string(result.function) + " answered " +
                           describe(result));
    }
    return result;
}

Socket make_socket(Winsock& winsock, Family family, int type, int protocol, Creation creation) {
    const auto made =
        creation == Creation::socket
            ? winsock.socket(address_family(family), type, protocol)
            : winsock.wsa_socket(
                  address_family(family), type, protocol,
                  creation == Creation::wsa_socket_overlapped ? WSA_FLAG_OVERLAPPED : 0);
    require_success(made);
    return {winsock, static_cast<SOCKET>(made.value)};
}

Socket make_stream_socket(Winsock& winsock, Family family, Creation creation) {
    return make_socket(winsock, family, SOCK_STREAM, IPPROTO_TCP, creation);
}

Socket make_datagram_socket(Winsock& winsock, Family family, Creation creation) {
    return make_socket(winsock, family, SOCK_DGRAM, IPPROTO_UDP, creation);
}

std::vector<Family> available_families(Winsock& winsock) {
    std::vector<Family> available;
    for (const auto family : {Family::ipv4, Family::ipv6}) {
        try {
            bind_to_loopback(make_stream_socket(winsock, family), family);
            available.push_back(family);
        } catch (const Inconclusive&) {
            // A family that this machine lacks is none of those that can be looked at.
        }
    }
    return available;
}

Address bind_to_loopback(const Socket& socket, Family family) {
    return bind_to(socket, Address::loopback(family));
}

Address bind_to(const Socket& socket, Address address) {
    require_success(socket.winsock().bind(socket.handle(), address));
    require_success(socket.winsock().getsockname(socket.handle(), address));
    return address;
}

}  // namespace conformance
