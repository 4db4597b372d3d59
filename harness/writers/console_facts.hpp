#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"
#include "terminal/layout.hpp"

namespace conformance {

/// The subject of a report, a line each: system, Winsock, missing capabilities, and the counts of
/// requirements and rows.
std::string facts_text(const Report& report, const Layout& layout);

/// The result of a report, a line each: the baselines, the counts of standings, and the gate.
/// `known` is null when the baselines are not available.
std::string gate_text(const Report& report, const KnownDeviations* known, const Layout& layout);

}  // namespace conformance
