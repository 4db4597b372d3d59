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

/// The choice with that name; nothing for another name.
std::optional<OnlyRows> only_rows_from(std::string_view name) noexcept;

/// How a report is shown on a terminal.
struct ConsoleOptions {
    Layout layout{};
    /// Show every group of these rows in full, and no others.
    std::optional<OnlyRows> only{};
    /// Show all calls of the rows that are shown in full.
    bool calls = false;
    /// The report's path, for the command that shows the rest; empty without a report.
    std::string report_path{};
    /// The paths of its baselines, for that command.
    std::vector<std::string> baselines{};
};

// Control characters in a report's texts are displayed, not sent. `known` is null without a
// baseline.

/// The end of a run: groups of rows that did not pass, worst first, those that break the gate last;
/// then the platform, the counts and the gate. It is short enough that the last 40 lines name the
/// failures, their places and the commands to run; with `only`, all groups are shown in full.
std::string run_text(const Report& report, const KnownDeviations* known,
                     const ConsoleOptions& options);

/// The report, with the gate first. Without `only` and without a selection, all groups in few
/// lines; otherwise the selected rows in full, by group, or by row with `one_by_one`.
std::string show_text(const Report& report, const KnownDeviations* known,
                      const ConsoleOptions& options,
                      const std::function<bool(const RowResult&)>& is_selected, bool one_by_one);

}  // namespace conformance
