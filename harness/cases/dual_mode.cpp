#include "cases/dual_mode.hpp"

namespace conformance {

Socket dual_mode_socket(const Test& test) {
    auto socket = test.stream_socket(Family::ipv6);
    require_success(socket.set(Option<>{IPPROTO_IPV6, IPV6_V6ONLY}, 0));
    return socket;
}

ConnectedPair dual_mode_pair(const Test& test) {
    const auto listener = test.listener(Family::ipv4);
    auto client = dual_mode_socket(test);
    require_success(test.winsock().connect(client.handle(), Address::mapped(listener.address())));
    return {std::move(client), listener.accept()};
}

Trait needs_both_families() {
    return [](RegisteredCase& of_case) {
        needs("ipv4")(of_case);
        needs("ipv6")(of_case);
    };
}

}  // namespace conformance
