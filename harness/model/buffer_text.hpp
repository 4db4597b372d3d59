#pragma once

#include <string>

#include "model/call.hpp"

namespace conformance {

/// The meaning of a call's buffer after the call: "on, 2000 ms, 1000 ms" for a tcp_keepalive
/// (mstcpip.h), "on", "off" or "on (2)" for SO_KEEPALIVE, "5 s" for TCP_KEEPIDLE and TCP_KEEPINTVL,
/// "WSAEISCONN (10056)" for SO_ERROR, a number for another option and for a length. Empty for a
/// buffer without a known meaning, and for an output buffer that the function did not write.
std::string decoded(const Call& call, const Call::Buffer& buffer);

}  // namespace conformance
