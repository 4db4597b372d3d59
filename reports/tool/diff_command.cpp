#include <iostream>

#include "judge/diff.hpp"
#include "judge/observation.hpp"
#include "model/json.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "writers/escape.hpp"
#include "wire/evidence_text.hpp"

namespace conformance {

namespace {

constexpr std::array all_changes{Change::worse, Change::better, Change::changed, Change::appeared,
                                 Change::vanished};

std::string counts(const Diff& difference) {
    std::string text;
    for (const auto change : all_changes) {
        text += (text.empty() ? "" : ", ") + std::to_string(difference.count(change)) + " " +
                std::string(to_string(change));
    }
    return text;
}

/// "fail: SOCKET_ERROR/WSAEINVAL (10022)", or "not there".
std::string said(const RowResult* row) {
    if (row == nullptr) {
        return "not there";
    }
    const auto what = observed(*row);
    return std::string(to_string(row->verdict)) + (what.empty() ? "" : ": " + what);
}

std::string rows_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
}

std::string as_text(const Diff& difference) {
    std::string text;
    const auto line = [&](const std::string& content) { text += terminal_text(content) + "\n"; };
    for (const auto& fact : difference.facts) {
        line(fact.fact + ": " + fact.before + " -> " + fact.after);
    }
    line(counts(difference));
    for (const auto& requirement : difference.requirements) {
        line("");
        line(requirement.requirement);
        for (const auto& group : requirement.groups) {
            const auto& first = *group.rows.front();
            line("  " + std::string(to_string(group.change)) + ", " + rows_text(group.rows.size()));
            for (const auto& pattern : group.patterns) {
                line("    " + pattern);
            }
            line("    old  " + said(first.before));
            for (const auto& call : own_calls(first.before, first.after)) {
                line("           " + call);
            }
            line("    new  " + said(first.after));
            for (const auto& call : own_calls(first.after, first.before)) {
                line("           " + call);
            }
        }
    }
    return text;
}

std::string as_markdown(const Diff& difference) {
    std::string text = "## What differs\n\n";
    if (!difference.facts.empty()) {
        text += "| fact | old | new |\n|---|---|---|\n";
        for (const auto& fact : difference.facts) {
            text += "| " + markdown_code(fact.fact) + " | " + markdown_code(fact.before) + " | " +
                    markdown_code(fact.after) + " |\n";
        }
        text += "\n";
    }
    text += counts(difference) + "\n";
    for (const auto& requirement : difference.requirements) {
        text += "\n### " + markdown_code(requirement.requirement) +
                "\n\n| change | rows | old | new |\n|---|---|---|---|\n";
        for (const auto& group : requirement.groups) {
            const auto& first = *group.rows.front();
            std::string patterns;
            for (const auto& pattern : group.patterns) {
                patterns += (patterns.empty() ? "" : "<br>") + markdown_code(pattern);
            }
            const auto side = [](const RowResult* row, const RowResult* other) {
                auto cell = markdown_code(said(row));
                for (const auto& call : own_calls(row, other)) {
                    cell += "<br>" + markdown_code(call);
                }
                return cell;
            };
            text += "| " + std::string(to_string(group.change)) + " | " + patterns + " | " +
                    side(first.before, first.after) + " | " + side(first.after, first.before) +
                    " |\n";
        }
    }
    return text;
}

Json side_of(const RowResult* row) {
    if (row == nullptr) {
        return nullptr;
    }
    return {{"verdict", to_string(row->verdict)},
            {"standing", row->standing ? Json(to_string(*row->standing)) : Json(nullptr)},
            {"expected", expected(*row)},
            {"observed", observed(*row)},
            {"calls", evidence_lines(*row)}};
}

std::string as_json(const Diff& difference) {
    Json json{{"environment", Json::array()}, {"counts", Json::object()}, {"rows", Json::array()}};
    for (const auto& fact : difference.facts) {
        json["environment"].push_back(
            {{"fact", fact.fact}, {"old", fact.before}, {"new", fact.after}});
    }
    for (const auto change : all_changes) {
        json["counts"][std::string(to_string(change))] = difference.count(change);
    }
    for (const auto& requirement : difference.requirements) {
        for (const auto& group : requirement.groups) {
            for (const auto* row : group.rows) {
                json["rows"].push_back({{"requirement", requirement.requirement},
                                        {"row", row->row().row},
                                        {"repetition", row->row().repetition},
                                        {"change", to_string(row->change)},
                                        {"old", side_of(row->before)},
                                        {"new", side_of(row->after)}});
            }
        }
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode diff_command(const DiffOptions& options) {
    const auto before = load_report(options.before);
    const auto after = load_report(options.after);
    const auto difference = diff(before, after);
    std::cout << (options.format == "json"       ? as_json(difference)
                  : options.format == "markdown" ? as_markdown(difference)
                                                 : as_text(difference));
    return difference.count(Change::worse) == 0 ? ExitCode::gate_holds : ExitCode::gate_broken;
}

}  // namespace conformance
