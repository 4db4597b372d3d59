#pragma once

#include <string>

#include "judge/judge.hpp"

namespace conformance {

/// A judged report for a person at a terminal: each row that breaks the gate with what was
/// expected, recorded and observed; the improvements; what it is about, the counts and the gate.
/// Ends with a line end.
std::string judgement_text(const Report& report, const KnownDeviations& known);

}  // namespace conformance
