#pragma once

#include <cstdint>
#include <string>

namespace conformance {

/// The names that winsock2.h gives to numbers, for the record of calls; the number in decimal or
/// hexadecimal where it has none. Option names depend on their level.
std::string level_name(std::int64_t level);
std::string option_name(std::int64_t level, std::int64_t option);
std::string family_name(std::int64_t family);
std::string socket_type_name(std::int64_t type);
std::string protocol_name(std::int64_t protocol);
std::string ioctl_name(std::int64_t code);
/// Of WSK_CONTROL_SOCKET_TYPE, in wsk.h.
std::string wsk_request_name(std::int64_t request);

}  // namespace conformance
