#pragma once

#include <string>
#include <string_view>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The outcome of a row in the formats for other tools. `failed`: it breaks the gate, so that these
/// formats agree with the exit code. `known_deviation`: it deviates exactly as a baseline has it,
/// which is neither a pass nor a failure. `skipped`: it observed nothing.
enum class Outcome { passed, failed, skipped, known_deviation };

/// The outcome of a row of that report.
Outcome outcome_of(const RowResult& row, const Report& report) noexcept;

/// The entry for a row; null when there is none, or no baseline is available.
const BaselineEntry* entry_of(const RowResult& row, const KnownDeviations* known);

/// The row's name, with the repetition when there are several.
std::string label_of(const RowResult& row);

/// The same without the case's name: "family=ipv4,optlen=3", or "no parameters".
std::string parameters_label_of(const RowResult& row);

/// The result of the row in one line: expectation and answer, or the reason. Empty for a pass.
std::string message_of(const RowResult& row);

/// The same for a known deviation, with the baseline's reason.
std::string known_text(const RowResult& row, const BaselineEntry* entry);

/// Several lines: the baselines' entry, the failed checks with their places in the sources, the
/// command that runs the row again, and the calls. `entry` is the row's entry, or null.
std::string details_of(const RowResult& row, const Report& report, const BaselineEntry* entry);

}  // namespace conformance
