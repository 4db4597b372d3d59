#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report for the summary page of a CI run, much smaller than GitHub's limit of a megabyte: the
/// platform, the gate, the rows that break it, and the verdicts of requirements. `known` is null
/// when no baseline is available.
std::string markdown(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
