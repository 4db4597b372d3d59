#pragma once

#include <chrono>

namespace conformance {

/// How long loading a driver waits while another service starts: the system starts one service at a
/// time, and Windows gives up on a start after 30 s without an answer.
inline constexpr std::chrono::seconds other_driver_timeout{40};

}  // namespace conformance
