#pragma once

#include <chrono>
#include <cstdint>

#include "keepalive/options.hpp"

namespace conformance {

/// The arguments of SIO_KEEPALIVE_VALS according to its page: that input, no output, and the DWORD
/// for the number of bytes returned. They refer to both.
IoctlArguments keepalive_vals(const tcp_keepalive& values, DWORD& bytes_returned);

/// SIO_KEEPALIVE_VALS with a tcp_keepalive of these members, times in milliseconds.
CallResult set_keepalive_vals(const Socket& socket, std::uint32_t onoff, std::uint32_t time_ms,
                              std::uint32_t interval_ms);

/// Turns keep-alive on with SIO_KEEPALIVE_VALS and these times. Throws Inconclusive when that is
/// refused.
void require_keepalive_vals(const Socket& socket, std::chrono::milliseconds time,
                            std::chrono::milliseconds interval);

}  // namespace conformance
