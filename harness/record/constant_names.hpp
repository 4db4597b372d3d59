#pragma once

#include <cstdint>
#include <string>

namespace conformance {

/// The names of constants in winsock2.h, for recorded calls; the number in decimal or hexadecimal
/// when there is no name. The names of options depend on their level.
std::string level_name(std::int64_t level);
std::string option_name(std::int64_t level, std::int64_t option);
std::string family_name(std::int64_t family);
std::string socket_type_name(std::int64_t type);
std::string protocol_name(std::int64_t protocol);
std::string ioctl_name(std::int64_t code);
/// WSK_CONTROL_SOCKET_TYPE, from wsk.h.
std::string wsk_request_name(std::int64_t request);

}  // namespace conformance
