#pragma once

#include <string>

#include "judge/judge.hpp"
#include "model/report.hpp"
#include "terminal/layout.hpp"

namespace conformance {

/// What a report is about, a line each: system, Winsock, missing capabilities, and the counts of
/// requirements and rows.
std::string facts_text(const Report& report, const Layout& layout);

/// What came of it, a line each: the baselines, the standings' counts, and the gate. `known` is
/// null where the baselines are not at hand.
std::string gate_text(const Report& report, const KnownDeviations* known, const Layout& layout);

}  // namespace conformance
