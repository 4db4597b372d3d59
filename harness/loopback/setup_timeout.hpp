#pragma once

#include <chrono>

namespace conformance {

/// How long a setup waits before the row is inconclusive: 5000 ms, times the run's
/// --timeout-multiplier.
std::chrono::milliseconds setup_timeout() noexcept;

/// Multiplies that time for this process. A worker calls it once, before its first row.
void scale_setup_timeout(double multiplier) noexcept;

}  // namespace conformance
