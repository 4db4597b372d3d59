#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"
#include "terminal/layout.hpp"

namespace conformance {

/// A choice of --only: the rows that break the gate, or those and the known deviations.
enum class OnlyRows { breaking, failing };

/// The choice of that name; nothing for another name.
std::optional<OnlyRows> only_rows_from(std::string_view name) noexcept;

/// How a report is shown at a terminal.
struct ConsoleOptions {
    Layout layout{};
    /// Every group of these rows in full, and no others.
    std::optional<OnlyRows> only{};
    /// With all calls of what is shown in full.
    bool calls = false;
    /// Where the report is, for the command that shows what was cut; empty where it is nowhere.
    std::string report_path{};
    /// The baselines that it was judged by, for that command.
    std::vector<std::string> baselines{};
};

// Control characters in the report's texts are shown, not sent. `known` is null without a baseline.

/// What a run ends with: the rows that did not pass in groups, worst first, those that break the
/// gate last; then what the report is about, the counts and the gate. Few enough lines that the
/// last 40 say what broke, where, and what to run; with `only`, all of it in full.
std::string run_text(const Report& report, const KnownDeviations* known,
                     const ConsoleOptions& options);

/// The report with the gate first. Without `only` and without a selection all groups in few lines;
/// else the rows that `is_selected` takes in full, group by group, or row by row with `one_by_one`.
std::string show_text(const Report& report, const KnownDeviations* known,
                      const ConsoleOptions& options,
                      const std::function<bool(const RowResult&)>& is_selected, bool one_by_one);

}  // namespace conformance
