#include "writers/console.hpp"

#include <algorithm>

#include "judge/gate.hpp"
#include "writers/console_facts.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"
#include "writers/row_detail.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

namespace {

/// The lines of 40 that remain beside the platform and the counts.
constexpr std::size_t lines_of_breaking = 24;
constexpr std::size_t groups_of_others = 12;

std::string rows_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
}

std::size_t rows_in(const std::vector<RowGroup>& groups, std::size_t from) {
    std::size_t count = 0;
    for (; from < groups.size(); ++from) {
        count += groups[from].rows.size();
    }
    return count;
}

/// Rows to show in addition to those that break the gate: neither passed nor as a baseline has
/// them, and not unobserved for lack of a capability, by choice or for the version, which the
/// counts show.
bool is_remarkable(const RowResult& row) {
    const bool is_pass = row.verdict == Verdict::pass || row.verdict == Verdict::recorded ||
                         row.verdict == Verdict::not_applicable;
    const bool is_as_known = row.standing == Standing::as_documented ||
                             row.standing == Standing::known_deviation ||
                             row.standing == Standing::as_recorded;
    return !row.unobserved && !is_as_known && (!is_pass || row.standing);
}

bool is_listed(const RowResult& row, const Report& report) {
    return breaks_gate(row, report.judgement) || is_remarkable(row);
}

/// A group that breaks nothing, in a line.
std::string line_of(const RowGroup& group, const Layout& layout) {
    const auto& row = group.first();
    const auto message = row.standing == Standing::improvement && group.entry != nullptr
                             ? "recorded " + recorded_text(*group.entry)
                             : message_of(row);
    return wrapped(layout, "  " + group.what() + "  ",
                   terminal_text(group.label() + (message.empty() ? "" : ": " + message)));
}

/// How to see the groups that were left out.
std::string cut(const std::vector<RowGroup>& groups, std::size_t shown,
                const ConsoleOptions& options, bool breaking) {
    if (shown == groups.size()) {
        return {};
    }
    const auto left = groups.size() - shown;
    auto text = "  ... and " + std::to_string(left) +
                (left == 1 ? " more group, " : " more groups, ") +
                rows_text(rows_in(groups, shown)) + ": ";
    if (options.report_path.empty()) {
        return text +
               (breaking ? "run with --only breaking" : "run with --report FILE, and show it") +
               "\n";
    }
    text += "conformance-report show \"" + terminal_text(options.report_path) + "\"";
    for (const auto& baseline : options.baselines) {
        text += " --baseline \"" + terminal_text(baseline) + "\"";
    }
    return text + (breaking ? " --only breaking\n" : "\n");
}

std::string others_text(const std::vector<RowGroup>& groups, const ConsoleOptions& options) {
    std::string text;
    for (std::size_t i = 0; i < std::min(groups.size(), groups_of_others); ++i) {
        text += line_of(groups[i], options.layout);
    }
    return text.empty()
               ? text
               : "\nDid not pass, and breaks nothing: " + rows_text(rows_in(groups, 0)) + "\n" +
                     text + cut(groups, std::min(groups.size(), groups_of_others), options, false);
}

std::string breaking_text(const Report& report, const std::vector<RowGroup>& groups,
                          const ConsoleOptions& options) {
    if (groups.empty()) {
        return {};
    }
    auto text = "\n" +
                coloured(options.layout, Colour::bold,
                         "Breaks the gate: " + rows_text(rows_in(groups, 0)) + ", worst first") +
                "\n";
    std::ptrdiff_t lines = 0;
    std::size_t shown = 0;
    for (const auto& group : groups) {
        const auto part = group_text(report, group, options.layout);
        lines += std::ranges::count(part, '\n');
        if (shown != 0 && lines > static_cast<std::ptrdiff_t>(lines_of_breaking)) {
            break;
        }
        text += part;
        ++shown;
    }
    return text + cut(groups, shown, options, true);
}

bool is_only(const RowResult& row, const Report& report, OnlyRows only) {
    const auto outcome = outcome_of(row, report);
    return outcome == Outcome::failed ||
           (only == OnlyRows::failing && outcome == Outcome::known_deviation);
}

std::string in_full(const Report& report, const std::vector<RowGroup>& groups,
                    const ConsoleOptions& options) {
    std::string text;
    for (const auto& group : groups) {
        text += "\n" + group_detail(report, group, options.layout, options.calls);
    }
    return text;
}

std::string nothing_text(const ConsoleOptions& options) {
    return !options.only                       ? "\nNo row to show.\n"
           : options.only == OnlyRows::failing ? "\nNo row fails.\n"
                                               : "\nNo row breaks the gate.\n";
}

/// Each row in a group of its own.
std::vector<RowGroup> apart(const std::vector<RowGroup>& groups) {
    std::vector<RowGroup> rows;
    for (const auto& group : groups) {
        for (const auto* row : group.rows) {
            rows.push_back(
                {{row}, group.breaks_gate, group.entry, group.has_baseline, group.of_case});
        }
    }
    return rows;
}

}  // namespace

std::optional<OnlyRows> only_rows_from(std::string_view name) noexcept {
    if (name == "breaking") {
        return OnlyRows::breaking;
    }
    return name == "failing" ? std::optional(OnlyRows::failing) : std::nullopt;
}

std::string run_text(const Report& report, const KnownDeviations* known,
                     const ConsoleOptions& options) {
    std::string text;
    if (options.only || options.calls) {
        const auto groups = row_groups(report, known, [&](const RowResult& row) {
            return is_only(row, report, options.only.value_or(OnlyRows::breaking));
        });
        text = groups.empty() ? nothing_text(options) : in_full(report, groups, options);
    } else {
        auto others =
            row_groups(report, known, [&](const RowResult& row) { return is_listed(row, report); });
        const auto breaking = [](const RowGroup& group) { return group.breaks_gate; };
        const auto end = std::stable_partition(others.begin(), others.end(), breaking);
        const std::vector<RowGroup> worst(others.begin(), end);
        others.erase(others.begin(), end);
        text = others_text(others, options) + breaking_text(report, worst, options);
    }
    return text + "\n" + facts_text(report, options.layout) +
           gate_text(report, known, options.layout);
}

std::string show_text(const Report& report, const KnownDeviations* known,
                      const ConsoleOptions& options,
                      const std::function<bool(const RowResult&)>& is_selected, bool one_by_one) {
    auto text = gate_text(report, known, options.layout) + facts_text(report, options.layout);
    const bool full = one_by_one || options.only || options.calls;
    auto groups = row_groups(report, known, [&](const RowResult& row) {
        return is_selected(row) && (one_by_one && !options.only ? true
                                    : options.only ? is_only(row, report, *options.only)
                                                   : is_listed(row, report));
    });
    if (one_by_one) {
        groups = apart(groups);
    }
    if (full) {
        return text + (groups.empty() ? nothing_text(options) : in_full(report, groups, options));
    }
    for (const auto& group : groups) {
        text += "\n" + (group.breaks_gate ? group_text(report, group, options.layout)
                                          : line_of(group, options.layout).substr(2));
    }
    return text;
}

}  // namespace conformance
