#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report for the summary page of a CI run, well below the megabyte that GitHub takes: what it
/// is about, the gate, the rows that break it, the requirements' verdicts.
/// `known` is null where no baseline is at hand.
std::string markdown(const Report& report, const KnownDeviations* known = nullptr);

}  // namespace conformance
