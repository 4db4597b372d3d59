#pragma once

#include <chrono>

namespace conformance {

/// The system starts one service at a time: how long a driver's load waits for another service's
/// start, which Windows gives up after 30 s without an answer.
inline constexpr std::chrono::seconds other_driver_timeout{40};

}  // namespace conformance
