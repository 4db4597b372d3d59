#include <algorithm>
#include <iostream>
#include <set>

#include "judge/diff.hpp"
#include "judge/observation.hpp"
#include "base/json.hpp"
#include "tool/commands.hpp"
#include "model/row_catalogue.hpp"
#include "terminal/terminal.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "wire/evidence_text.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// The two reports and the options.
struct Comparison {
    const DiffOptions& options;
    const Report& before;
    const Report& after;
    Diff difference;

    bool shows(Change change) const { return !options.only || *options.only == change; }
};

std::string words(Change change) {
    return change == Change::now_measured ? "now measured" : std::string(to_string(change));
}

std::string counts(const Diff& difference) {
    std::string text;
    for (const auto change : all_changes) {
        text += (text.empty() ? "" : ", ") + std::to_string(difference.count(change)) + " " +
                words(change);
    }
    return text;
}

std::string rows_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " row" : " rows");
}

/// "wine-8.0.json: Wine 8.0 as Windows 10, suite 0.1.0 abc, run 1234 of 2026-01-31T23:59:59Z".
std::string name_of(const std::string& path, const Report& report) {
    return path + ": " + platform_name(report) + ", suite " + report.suite.version + " " +
           report.suite.commit + ", run " + report.run.id + " of " + report.run.started;
}

/// "12 rows of 3 cases: a/b, a/c and 1 more", of the rows that one report alone ran.
std::string rows_of_one(const Diff& difference, Change change, std::size_t most_cases) {
    std::set<std::string> cases;
    for (const auto& row : difference.rows) {
        if (row.change == change) {
            cases.emplace(case_of(row.row().row));
        }
    }
    std::string names;
    std::size_t shown = 0;
    for (const auto& name : cases) {
        if (shown++ == most_cases) {
            break;
        }
        names += (names.empty() ? "" : ", ") + name;
    }
    const auto more = cases.size() - std::min(cases.size(), most_cases);
    return rows_text(difference.count(change)) + " of " + std::to_string(cases.size()) +
           (cases.size() == 1 ? " case: " : " cases: ") + names +
           (more == 0 ? "" : " and " + std::to_string(more) + " more");
}

/// "fail: SOCKET_ERROR/WSAEINVAL (10022)", or "not there".
std::string said(const RowResult* row) {
    if (row == nullptr) {
        return "not there";
    }
    const auto what = observed(*row);
    return std::string(to_string(row->verdict)) + (what.empty() ? "" : ": " + what);
}

Colour colour_of(Change change) {
    switch (change) {
        case Change::worse: return Colour::red;
        case Change::better: return Colour::green;
        case Change::now_measured:
        case Change::changed: return Colour::yellow;
        case Change::appeared:
        case Change::vanished: break;
    }
    return Colour::dim;
}

std::string side_text(const Layout& layout, const char* name, const RowResult* row,
                      const RowResult* other) {
    auto text = wrapped(layout, name, terminal_text(said(row)));
    for (const auto& call : own_calls(row, other)) {
        text += wrapped(layout, "           ", terminal_text(call));
    }
    return text;
}

std::string group_text(const Layout& layout, const DifferenceGroup& group) {
    std::string text;
    for (const auto& pattern : group.patterns) {
        text += wrapped(layout, "  ", terminal_text(pattern));
    }
    const auto& first = *group.rows.front();
    return text +
           wrapped(layout, "    ",
                   terminal_text(rows_text(group.rows.size()) + ", " + group.requirement)) +
           side_text(layout, "    old    ", first.before, first.after) +
           side_text(layout, "    new    ", first.after, first.before);
}

std::string changes_text(const Comparison& comparison, const Layout& layout) {
    std::string text;
    for (const auto change : all_changes) {
        const auto count = comparison.difference.count(change);
        if (count == 0 || !comparison.shows(change)) {
            continue;
        }
        const bool of_one = change == Change::appeared || change == Change::vanished;
        if (of_one) {
            constexpr std::size_t few = 3;
            const std::string side = change == Change::appeared ? "only new" : "only old";
            text += "\n" + wrapped(layout, side + "  ",
                                   terminal_text(rows_of_one(comparison.difference, change,
                                                             comparison.options.only
                                                                 ? comparison.difference.rows.size()
                                                                 : few)));
            continue;
        }
        text += "\n" +
                coloured(layout, colour_of(change), words(change) + ", " + rows_text(count)) + "\n";
        for (const auto& group : comparison.difference.groups) {
            text += group.change == change ? group_text(layout, group) : "";
        }
    }
    return text;
}

std::string as_text(const Comparison& comparison, const Layout& layout) {
    const auto& [options, before, after, difference] = comparison;
    auto text = wrapped(layout, "old  ", terminal_text(name_of(options.before, before))) +
                wrapped(layout, "new  ", terminal_text(name_of(options.after, after))) +
                counts(difference) + "\n";
    for (const auto& fact : difference.facts) {
        text += wrapped(layout, "",
                        terminal_text(fact.fact + ": " + fact.before + " -> " + fact.after));
    }
    const auto changes = changes_text(comparison, layout);
    return text + changes + (changes.empty() ? "" : "\n" + counts(difference) + "\n");
}

std::string as_markdown(const Comparison& comparison) {
    const auto& [options, before, after, difference] = comparison;
    auto text = "## What differs: " + counts(difference) +
                "\n\n- old: " + markdown_code(name_of(options.before, before)) +
                "\n- new: " + markdown_code(name_of(options.after, after)) + "\n";
    if (!difference.facts.empty()) {
        text += "\n| fact | old | new |\n|---|---|---|\n";
        for (const auto& fact : difference.facts) {
            text += "| " + markdown_code(fact.fact) + " | " + markdown_code(fact.before) + " | " +
                    markdown_code(fact.after) + " |\n";
        }
    }
    for (const auto change : all_changes) {
        const auto count = difference.count(change);
        if (count == 0 || !comparison.shows(change)) {
            continue;
        }
        text += "\n### " + words(change) + ": " + rows_text(count) + "\n\n";
        if (change == Change::appeared || change == Change::vanished) {
            constexpr std::size_t some = 20;
            text += markdown_code(rows_of_one(difference, change, some)) + "\n";
            continue;
        }
        text += "| requirement | rows | old | new |\n|---|---|---|---|\n";
        for (const auto& group : difference.groups) {
            if (group.change != change) {
                continue;
            }
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
            text += "| " + markdown_code(group.requirement) + " | " + patterns + " | " +
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

Json report_of(const std::string& path, const Report& report) {
    return {{"file", path},
            {"platform", platform_name(report)},
            {"run", report.run.id},
            {"started", report.run.started},
            {"suite", {{"version", report.suite.version}, {"commit", report.suite.commit}}}};
}

std::string as_json(const Comparison& comparison) {
    const auto& [options, before, after, difference] = comparison;
    Json json{{"schema_version", 1},
              {"old", report_of(options.before, before)},
              {"new", report_of(options.after, after)},
              {"environment", Json::array()},
              {"counts", Json::object()},
              {"rows", Json::array()}};
    for (const auto& fact : difference.facts) {
        json["environment"].push_back(
            {{"fact", fact.fact}, {"old", fact.before}, {"new", fact.after}});
    }
    for (const auto change : all_changes) {
        json["counts"][std::string(to_string(change))] = difference.count(change);
    }
    for (const auto& group : difference.groups) {
        if (!comparison.shows(group.change)) {
            continue;
        }
        for (const auto* row : group.rows) {
            json["rows"].push_back({{"requirement", group.requirement},
                                    {"row", row->row().row},
                                    {"repetition", row->row().repetition},
                                    {"change", to_string(row->change)},
                                    {"old", side_of(row->before)},
                                    {"new", side_of(row->after)}});
        }
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode diff_command(const DiffOptions& options) {
    const auto before = load_report(one_report(options.before));
    const auto after = load_report(one_report(options.after));
    const Comparison comparison{options, before, after, diff(before, after)};
    const Terminal terminal(Stream::output);
    const auto layout = options.output.empty() || options.colour == ColourChoice::always
                            ? terminal.layout(options.colour)
                            : Layout{};
    const auto text = options.format == "json"       ? as_json(comparison)
                      : options.format == "markdown" ? as_markdown(comparison)
                                                     : as_text(comparison, layout);
    write_output(options.output, text);
    // While the console still obeys.
    std::cout << std::flush;
    return comparison.difference.count(Change::worse) == 0 ? ExitCode::gate_holds
                                                           : ExitCode::gate_broken;
}

}  // namespace conformance
