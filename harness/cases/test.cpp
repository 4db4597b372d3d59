#include "cases/test.hpp"

namespace conformance {

Socket Test::raw_socket(Family family) const {
    return make_socket(winsock_, family, SOCK_RAW,
                       family == Family::ipv4 ? IPPROTO_ICMP : IPPROTO_ICMPV6);
}

}  // namespace conformance
