#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// Workflow commands that let GitHub Actions show the worst groups of rows that break the gate
/// beside the check that failed; GitHub shows ten of a kind at most. Empty when the gate holds.
/// `known` is null where no baseline is at hand.
std::string github_annotations(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
