#include "cases/test.hpp"

namespace conformance {

Wsk& Test::wsk() const {
    if (wsk_ == nullptr) {
        throw Inconclusive("the probe driver is not loaded");
    }
    return *wsk_;
}

Socket Test::raw_socket(Family family) const {
    return make_socket(winsock_, family, SOCK_RAW,
                       family == Family::ipv4 ? IPPROTO_ICMP : IPPROTO_ICMPV6);
}

Socket Test::socket_of_failed_network(Family family) const {
    auto socket = stream_socket(family);
    const auto bound = winsock_.bind(socket.handle(), Address::loopback(family));
    if (bound.failed && bound.error == WSAENETDOWN) {
        return socket;
    }
    require_success(bound);
    throw NotApplicable("the network subsystem works: bind succeeded, and nothing makes it fail");
}

}  // namespace conformance
