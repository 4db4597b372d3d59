// Mstcpip.h after Winsock2.h, which it needs for its types, and alone: that it is enough is the
// claim.
#include <winsock2.h>
#include <mstcpip.h>

#include "mstcpip_alone.hpp"

namespace conformance::mstcpip_alone {

const std::size_t size_of_tcp_keepalive = sizeof(struct tcp_keepalive);
const unsigned long control_code = SIO_KEEPALIVE_VALS;

}  // namespace conformance::mstcpip_alone
