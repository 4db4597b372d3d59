#pragma once

#include <optional>

#include "model/report.hpp"

namespace conformance {

/// Whether the row breaks the gate. Without a judgement every applicable row has to pass: an
/// inconclusive row is no pass. With one, the row's standing says it; an improvement breaks it when
/// the judgement is strict.
bool breaks_gate(const RowResult& row, const std::optional<Judgement>& judgement) noexcept;

/// The run's answer for CI: it is complete, and no row breaks the gate.
bool gate_holds(const Report& report) noexcept;

}  // namespace conformance
