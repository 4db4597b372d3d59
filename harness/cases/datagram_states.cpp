#include "cases/datagram_states.hpp"

namespace conformance {

std::string to_text(DatagramState state) {
    switch (state) {
        case DatagramState::unbound: return "unbound";
        case DatagramState::bound: return "bound";
        case DatagramState::connected: return "connected";
    }
    return {};
}

Socket datagram_socket_in(const Test& test, Family family, DatagramState state, Creation creation) {
    auto socket = test.datagram_socket(family, creation);
    if (state != DatagramState::unbound) {
        const auto address = bind_to_loopback(socket, family);
        if (state == DatagramState::connected) {
            // To itself: a datagram socket needs no peer to be connected.
            require_success(socket.winsock().connect(socket.handle(), address));
        }
    }
    return socket;
}

}  // namespace conformance
