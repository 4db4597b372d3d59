#pragma once

#include <string>
#include <vector>

#include "model/call.hpp"

namespace conformance {

/// Calls as text lines, the same in every run with the same calls and answers: sockets are numbered
/// in order, and addresses and times are left out. "setsockopt(s1, level=SOL_SOCKET,
/// optname=SO_KEEPALIVE, optval={01000000 = on}, optlen=4) = 0".
std::vector<std::string> call_lines(const std::vector<Call>& calls);

}  // namespace conformance
