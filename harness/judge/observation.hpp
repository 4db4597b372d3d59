#pragma once

#include <string>

#include "model/row_result.hpp"

namespace conformance {

/// The outcome of a row as a baseline records it: the answers of the failed checks, or the recorded
/// outcome, or the reason of a verdict without checks. It is the same each time the platform does
/// the same; empty for a pass.
std::string observed(const RowResult& row);

/// The expectations of the failed checks.
std::string expected(const RowResult& row);

}  // namespace conformance
