#pragma once

#include <optional>

#include "model/report.hpp"

namespace conformance {

/// Whether the row breaks the gate. A row that was not run breaks it unless it was left out by
/// choice. Without a judgement every other row that applies, demands something and was measured has
/// to pass: an inconclusive row is no pass, unless this version cannot show it. With one, the row's
/// standing says it; an improvement breaks it when the judgement is strict.
bool breaks_gate(const RowResult& row, const std::optional<Judgement>& judgement) noexcept;

/// The run's answer for CI: it is complete, and no row breaks the gate.
bool gate_holds(const Report& report) noexcept;

}  // namespace conformance
