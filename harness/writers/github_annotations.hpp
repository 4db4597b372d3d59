#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// Workflow commands with which GitHub Actions shows the worst groups of rows that break the gate
/// beside the failed check; GitHub shows at most ten of a kind. Empty when the gate holds. `known`
/// is null when no baseline is available.
std::string github_annotations(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
