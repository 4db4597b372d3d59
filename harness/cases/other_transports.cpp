#include "cases/other_transports.hpp"

namespace conformance {

std::string to_text(Transport transport) {
    return transport == Transport::unix_domain ? "unix-domain" : "bluetooth";
}

std::string capability_for(Transport transport) {
    return to_text(transport);
}

Socket socket_of(const Test& test, Transport transport) {
    // BTHPROTO_RFCOMM of ws2bth.h.
    constexpr int rfcomm = 3;
    const auto made = transport == Transport::unix_domain
                          ? test.winsock().socket(AF_UNIX, SOCK_STREAM, 0)
                          : test.winsock().socket(AF_BTH, SOCK_STREAM, rfcomm);
    require_success(made);
    return {test.winsock(), static_cast<SOCKET>(made.value)};
}

}  // namespace conformance
