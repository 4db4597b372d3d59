#pragma once

#include <string>

#include "model/row_result.hpp"

namespace conformance {

/// What happened in a row, as a baseline records it: what each check that failed got, one after the
/// other, or what was recorded, or the reason of a verdict without checks. The same again whenever
/// the platform does the same; empty for a pass.
std::string observed(const RowResult& row);

/// What was expected: of the checks that failed.
std::string expected(const RowResult& row);

}  // namespace conformance
