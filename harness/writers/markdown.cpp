#include "writers/markdown.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "judge/gate.hpp"
#include "judge/judge.hpp"
#include "model/text.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"

namespace conformance {

namespace {

// So that the whole stays below half of what GitHub takes: a control character is shown by four.
constexpr std::size_t most_rows = 200;
constexpr std::size_t most_requirements = 400;
constexpr std::size_t longest = 250;

std::string shortened(const std::string& text) {
    return markdown_code(text.size() <= longest ? text : text.substr(0, longest) + "...");
}

template <typename Counts>
std::string counted(const Counts& counts) {
    std::string text;
    for (const auto& [what, count] : counts) {
        text +=
            (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(to_string(what));
    }
    return text;
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

std::string breaking_rows(const Report& report) {
    std::string text;
    std::size_t count = 0;
    for (const auto& row : report.rows) {
        if (breaks_gate(row, report.judgement) && ++count <= most_rows) {
            text += "| " + markdown_code(label_of(row)) + " | " +
                    std::string(row.standing ? to_string(*row.standing) : to_string(row.verdict)) +
                    " | " + shortened(message_of(row)) + " |\n";
        }
    }
    if (count == 0) {
        return {};
    }
    text = "\n### What breaks the gate: " + std::to_string(count) +
           (count == 1 ? " row" : " rows") +
           "\n\n| row | standing | what happened |\n|---|---|---|\n" + text;
    if (count > most_rows) {
        text += "\nThe first " + std::to_string(most_rows) + " are shown; the report has all.\n";
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

std::string markdown(const Report& report) {
    auto text = "## Winsock conformance: " + shortened(platform_name(report)) +
                "\n\n| | |\n|---|---|\n" + fact("Gate", gate_of(report));
    if (report.environment) {
        text += fact("System", shortened(describe(*report.environment)));
        text += fact("Winsock", shortened(report.environment->provider.path + " " +
                                          report.environment->provider.version));
    }
    text += fact("Rows",
                 std::to_string(report.rows.size()) + ": " + counted(count_verdicts(report.rows)));
    if (report.judgement) {
        text += fact("Standing", counted(count_standings(report.rows)));
    }
    for (const auto& capability : report.capabilities) {
        if (!capability.available) {
            text += fact("Missing", shortened(capability.name + ": " + capability.reason));
        }
    }
    text += fact("Suite", shortened(report.suite.version + " " + report.suite.commit) + ", " +
                              seconds(report.run.duration_ms));
    return text + breaking_rows(report) + requirements_table(report);
}

}  // namespace conformance
