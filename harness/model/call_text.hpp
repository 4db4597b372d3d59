#pragma once

#include <string>
#include <vector>

#include "model/call.hpp"

namespace conformance {

/// Calls as lines for people, the same in every run in which the same was called and answered:
/// sockets are numbered as they come, addresses of memory and of sockets are left out, and so are
/// times. "setsockopt(s1, level=SOL_SOCKET, optname=SO_KEEPALIVE, optval={01000000 = on}, optlen=4)
/// = 0".
std::vector<std::string> call_lines(const std::vector<Call>& calls);

}  // namespace conformance
