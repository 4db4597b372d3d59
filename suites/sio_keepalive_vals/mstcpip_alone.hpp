#pragma once

#include <cstddef>

namespace conformance::mstcpip_alone {

// Facts from a source file that includes Winsock2.h, for its types, and Mstcpip.h.
extern const std::size_t size_of_tcp_keepalive;
extern const unsigned long control_code;

}  // namespace conformance::mstcpip_alone
