#include "writers/markdown.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "judge/gate.hpp"
#include "judge/judge.hpp"
#include "judge/observation.hpp"
#include "base/text.hpp"
#include "writers/counts.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"
#include "writers/rerun.hpp"
#include "writers/row_detail.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

namespace {

// Keeps the whole below half of GitHub's limit: a control character takes four bytes.
constexpr std::size_t most_groups = 75;
constexpr std::size_t most_requirements = 400;
constexpr std::size_t longest = 250;

std::string shortened(const std::string& text) {
    return text.size() <= longest ? markdown_code(text)
                                  : markdown_code(text.substr(0, longest)) + "\u2026";
}

std::string fact(const char* name, const std::string& value) {
    return "| " + std::string(name) + " | " + value + " |\n";
}

std::string gate_of(const Report& report) {
    std::string text = gate_holds(report) ? "holds" : "**broken**";
    if (!report.run.complete) {
        text += ", the run is incomplete";
    }
    if (!report.judgement) {
        return text + ", without a baseline";
    }
    if (report.judgement->baselines.empty()) {
        return text + "; no baseline is for this platform";
    }
    for (const auto& file : report.judgement->baselines) {
        text += ", " + shortened(file);
    }
    return text + (report.judgement->strict ? ", strict" : "");
}

std::string what_happened(const RowGroup& group) {
    const auto& row = group.first();
    const auto wanted = expected(row);
    auto text = wanted.empty()
                    ? shortened(message_of(row))
                    : "expected " + shortened(wanted) + "<br>got " + shortened(observed(row));
    if (group.entry != nullptr) {
        text += "<br>recorded " + shortened(recorded_text(*group.entry));
    }
    return text;
}

std::string where(const Report& report, const RowGroup& group) {
    const auto rerun = rerun_command(report, group.rows);
    // A command that is cut is none.
    const bool fits = !rerun.empty() && rerun.size() <= longest;
    return shortened(place_of(group.first())) + (fits ? "<br>" + markdown_code(rerun) : "");
}

std::string breaking_rows(const Report& report, const KnownDeviations* known) {
    const auto groups = row_groups(
        report, known, [&](const RowResult& row) { return breaks_gate(row, report.judgement); });
    if (groups.empty()) {
        return {};
    }
    std::size_t rows = 0;
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        rows += groups[i].rows.size();
        if (i < most_groups) {
            text += "| " + groups[i].what() + " | " + shortened(groups[i].label()) + " | " +
                    what_happened(groups[i]) + " | " + where(report, groups[i]) + " |\n";
        }
    }
    text = "\n### What breaks the gate: " + std::to_string(rows) + (rows == 1 ? " row" : " rows") +
           ", worst first\n\n| result | rows | what happened | where, and how to run it again "
           "|\n|---|---|---|---|\n" +
           text;
    if (groups.size() > most_groups) {
        text += "\nThe first " + std::to_string(most_groups) + " of " +
                std::to_string(groups.size()) + " groups are shown; the report has all.\n";
    }
    return text;
}

std::string requirements_table(const Report& report) {
    std::map<std::string_view, std::vector<std::optional<Standing>>> standings;
    for (const auto& row : report.rows) {
        for (const auto& id : row.requirements) {
            standings[id].push_back(row.standing);
        }
    }
    std::string text =
        "\n<details><summary>Requirements</summary>\n\n"
        "| requirement | verdict | standing | rows |\n|---|---|---|---|\n";
    const auto shown = std::min(report.requirements.size(), most_requirements);
    for (const auto& requirement : std::span(report.requirements).first(shown)) {
        const auto standing = worst(standings[requirement.id]);
        text += "| " + shortened(requirement.id) + " | " + describe(requirement.of_rows) + " | " +
                std::string(standing ? to_string(*standing) : "") + " | " +
                std::to_string(requirement.of_rows.rows) + " |\n";
    }
    return text + "\n</details>\n";
}

}  // namespace

std::string markdown(const Report& report, const KnownDeviations* known) {
    auto text = "## Winsock conformance: " + shortened(platform_name(report)) +
                "\n\nGate: " + gate_of(report) + "\n" + breaking_rows(report, known) +
                "\n| | |\n|---|---|\n";
    if (report.environment) {
        text += fact("System", shortened(describe(*report.environment)));
        text += fact("Winsock", shortened(report.environment->provider.path + " " +
                                          report.environment->provider.version));
    }
    text += fact("Rows", std::to_string(report.rows.size()) + ": " +
                             counts_text(count_verdicts(report.rows)));
    if (report.judgement) {
        text += fact("Standing", counts_text(count_standings(report.rows)));
    }
    for (const auto& capability : report.capabilities) {
        if (!capability.available) {
            text += fact("Missing", shortened(capability.name + ": " + capability.reason));
        }
    }
    text += fact("Suite", shortened(report.suite.version + " " + report.suite.commit) + ", " +
                              seconds(report.run.duration_ms));
    return text + requirements_table(report);
}

}  // namespace conformance
