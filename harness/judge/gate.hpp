#pragma once

#include "model/report.hpp"

namespace conformance {

/// The run's answer for CI. Without a baseline it holds when the run is complete and every
/// applicable row passes: an inconclusive row is no pass.
bool gate_holds(const Report& report) noexcept;

}  // namespace conformance
