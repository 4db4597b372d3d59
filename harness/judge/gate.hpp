#pragma once

#include <optional>

#include "model/report.hpp"

namespace conformance {

/// Whether the row breaks the gate. A row that was not run breaks it unless it was left out by
/// choice. Without a judgement, every other row that applies, demands an outcome and was measured
/// has to pass: an inconclusive row breaks the gate unless this version cannot show its claim. With
/// a judgement the row's standing decides; an improvement breaks the gate when the judgement is
/// strict.
bool breaks_gate(const RowResult& row, const std::optional<Judgement>& judgement) noexcept;

/// The answer for CI: the run is complete, and no row breaks the gate.
bool gate_holds(const Report& report) noexcept;

}  // namespace conformance
