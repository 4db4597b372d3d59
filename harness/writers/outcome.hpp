#pragma once

#include <string>
#include <string_view>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// What a row is in the forms that other tools read. `failed`: it breaks the gate, so that these
/// forms and the exit code agree. `known_deviation`: it deviates just as a baseline says, which is
/// neither a pass nor a failure. `skipped`: nothing of it was observed.
enum class Outcome { passed, failed, skipped, known_deviation };

/// The outcome of a row of that report.
Outcome outcome_of(const RowResult& row, const Report& report) noexcept;

/// The entry of a row; null where there is none, or where no baseline is at hand.
const BaselineEntry* entry_of(const RowResult& row, const KnownDeviations* known);

/// The row's name, with the repetition where there is more than one.
std::string label_of(const RowResult& row);

/// The same without the case's name: "family=ipv4,optlen=3", or "no parameters".
std::string parameters_label_of(const RowResult& row);

/// What happened in the row, in a line: expectation and observation, or the reason. Empty for a
/// pass.
std::string message_of(const RowResult& row);

/// The same of a known deviation, with the reason that the baseline has for it.
std::string known_text(const RowResult& row, const BaselineEntry* entry);

/// Several lines: what the baselines record, the checks that failed with their places in the
/// sources, the command that runs the row again, and the calls. `entry` is what they know of the
/// row, or null.
std::string details_of(const RowResult& row, const Report& report, const BaselineEntry* entry);

}  // namespace conformance
