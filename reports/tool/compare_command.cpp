// compare --uses: the rows that a program relies on, on each platform.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "judge/observation.hpp"
#include "judge/row_pattern.hpp"
#include "base/json.hpp"
#include "model/report_reader.hpp"
#include "model/row_catalogue.hpp"
#include "base/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "tool/matrix_column.hpp"
#include "tool/uses.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

/// Rows that break in the same way.
struct Breakage {
    std::string observed;
    std::string expected;
    std::vector<std::string> rows;
};

/// The outcome of one relied-on selector on a platform.
struct Answer {
    /// Those that were seen, so that the repetitions of a row count once.
    std::set<std::string> rows;
    /// Why a row does not apply, or could not be seen.
    std::string reason;
    std::size_t holds = 0;
    std::size_t breaks = 0;
    std::size_t unseen = 0;
    std::size_t not_applicable = 0;
    std::vector<Breakage> breakages;

    void add(const RowResult& row) {
        if (!rows.insert(row.row).second) {
            return;
        }
        if (row.verdict != Verdict::pass && row.verdict != Verdict::fail && reason.empty()) {
            reason = row.reason;
        }
        switch (row.verdict) {
            case Verdict::pass:
            case Verdict::recorded: ++holds; return;
            case Verdict::not_applicable: ++not_applicable; return;
            case Verdict::fail:
            case Verdict::timeout:
            case Verdict::crash: break;
            default: ++unseen; return;
        }
        ++breaks;
        auto what = observed(row);
        if (row.verdict != Verdict::fail) {
            what = std::string(to_string(row.verdict)) + ": " + what;
        }
        const auto wanted = expected(row);
        const auto found = std::ranges::find_if(breakages, [&](const Breakage& known) {
            return known.observed == what && known.expected == wanted;
        });
        auto& breakage =
            found == breakages.end() ? breakages.emplace_back(Breakage{what, wanted, {}}) : *found;
        breakage.rows.push_back(row.row);
    }

    std::string word() const {
        return breaks != 0           ? "breaks"
               : holds != 0          ? "holds"
               : unseen != 0         ? "not observed"
               : not_applicable != 0 ? "not applicable"
                                     : "no row";
    }
    std::string text() const {
        const auto seen = holds + breaks;
        if (breaks != 0) {
            return "breaks in " + std::to_string(breaks) + " of " + std::to_string(seen) +
                   (seen == 1 ? " row" : " rows");
        }
        return holds != 0 && unseen != 0 ? "holds, " + std::to_string(holds) + " of " +
                                               std::to_string(holds + unseen) + " rows observed"
                                         : word();
    }
};

struct PlatformAnswers {
    std::string name;
    std::string file;
    std::vector<Answer> answers;
};

PlatformAnswers read_platform(const std::string& path, const Uses& uses) {
    PlatformAnswers platform;
    platform.file = utf8_from_path(path_from_utf8(path).filename());
    platform.answers.resize(uses.relies_on.size());
    const auto report = read_report(read_input(path), path, [&](RowResult&& row) {
        for (std::size_t i = 0; i < uses.relies_on.size(); ++i) {
            if (is_selected({uses.relies_on[i].selector}, row.row, row.requirements)) {
                platform.answers[i].add(row);
            }
        }
    });
    platform.name = platform_name(report) + ", " + report.environment->architecture.name();
    return platform;
}

/// The patterns of rows of one case after the other.
std::vector<std::string> patterns_of(const std::vector<std::string>& rows) {
    std::map<std::string, std::vector<std::string>> by_case;
    for (const auto& row : rows) {
        by_case[std::string(case_of(row))].push_back(row);
    }
    std::vector<std::string> patterns;
    for (const auto& [case_name, members] : by_case) {
        std::vector<std::string> others;
        for (const auto& [row, known] : row_catalogue().rows()) {
            if (case_of(row) == case_name && std::ranges::find(members, row) == members.end()) {
                others.push_back(row);
            }
        }
        const auto of_case = members.front().find('[') == std::string::npos
                                 ? members
                                 : patterns_for(members, others);
        patterns.insert(patterns.end(), of_case.begin(), of_case.end());
    }
    return patterns;
}

std::string as_markdown(const Uses& uses, const std::vector<PlatformAnswers>& platforms) {
    std::string text = "## What " + markdown_code(uses.name) + " relies on\n\n| platform |";
    std::string rule = "|---|";
    for (const auto& use : uses.relies_on) {
        text += " " + markdown_code(use.selector) + " |";
        rule += "---|";
    }
    text += "\n" + rule + "\n";
    for (const auto& platform : platforms) {
        text += "| " + markdown_code(platform.name) + " |";
        for (const auto& answer : platform.answers) {
            text += " " + answer.text() + " |";
        }
        text += "\n";
    }
    for (const auto& platform : platforms) {
        for (std::size_t i = 0; i < uses.relies_on.size(); ++i) {
            const auto& answer = platform.answers[i];
            if (answer.holds + answer.breaks == 0 && !answer.reason.empty()) {
                text += "\n- " + markdown_code(platform.name) + ": " +
                        markdown_code(uses.relies_on[i].selector) + " " + answer.text() + ": " +
                        markdown_code(answer.reason);
            }
            for (const auto& breakage : answer.breakages) {
                text += "\n- " + markdown_code(platform.name) + ": " +
                        markdown_code(uses.relies_on[i].selector) + ", relied on because " +
                        markdown_code(uses.relies_on[i].why) + ": expected " +
                        markdown_code(breakage.expected) + ", got " +
                        markdown_code(breakage.observed) + " in";
                for (const auto& pattern : patterns_of(breakage.rows)) {
                    text += " " + markdown_code(pattern);
                }
            }
        }
    }
    return text + "\n";
}

std::string as_text(const Uses& uses, const std::vector<PlatformAnswers>& platforms) {
    std::string text = terminal_text(uses.name) + " relies on\n";
    for (std::size_t i = 0; i < uses.relies_on.size(); ++i) {
        text += "  " + std::to_string(i + 1) + "  " + terminal_text(uses.relies_on[i].selector) +
                ": " + terminal_text(uses.relies_on[i].why) + "\n";
    }
    std::size_t width = std::string_view("platform").size();
    for (const auto& platform : platforms) {
        width = std::max(width, platform.name.size());
    }
    constexpr std::size_t column = 16;
    const auto padded = [](const std::string& word, std::size_t to) {
        return word + std::string(word.size() < to ? to - word.size() : 1, ' ');
    };
    text += "\n" + padded("platform", width + 2);
    for (std::size_t i = 0; i < uses.relies_on.size(); ++i) {
        text += padded(std::to_string(i + 1), column);
    }
    text += "\n";
    for (const auto& platform : platforms) {
        text += padded(terminal_text(platform.name), width + 2);
        for (const auto& answer : platform.answers) {
            text += padded(answer.word(), column);
        }
        text += "\n";
    }
    for (const auto& platform : platforms) {
        for (std::size_t i = 0; i < uses.relies_on.size(); ++i) {
            const auto& answer = platform.answers[i];
            if (answer.breaks == 0) {
                if (answer.holds == 0 && !answer.reason.empty()) {
                    text += "\n" + terminal_text(platform.name) + ", " + std::to_string(i + 1) +
                            " " + answer.text() + ": " + terminal_text(answer.reason) + "\n";
                }
                continue;
            }
            text += "\n" + terminal_text(platform.name) + ", " + std::to_string(i + 1) + " " +
                    answer.text() + "\n";
            for (const auto& breakage : answer.breakages) {
                for (const auto& pattern : patterns_of(breakage.rows)) {
                    text += "  " + terminal_text(pattern) + "\n";
                }
                text += "    expected " + terminal_text(breakage.expected) + ", got " +
                        terminal_text(breakage.observed) + "\n";
            }
        }
    }
    return text;
}

std::string as_json(const Uses& uses, const std::vector<PlatformAnswers>& platforms) {
    Json json{{"schema_version", 1},
              {"name", uses.name},
              {"relies_on", Json::array()},
              {"platforms", Json::array()}};
    for (const auto& use : uses.relies_on) {
        json["relies_on"].push_back({{"selector", use.selector}, {"why", use.why}});
    }
    for (const auto& platform : platforms) {
        Json answers = Json::array();
        for (const auto& answer : platform.answers) {
            Json breakages = Json::array();
            for (const auto& breakage : answer.breakages) {
                breakages.push_back({{"rows", breakage.rows},
                                     {"expected", breakage.expected},
                                     {"observed", breakage.observed}});
            }
            answers.push_back({{"answer", answer.word()},
                               {"reason", answer.holds + answer.breaks == 0 ? answer.reason : ""},
                               {"holds", answer.holds},
                               {"breaks", answer.breaks},
                               {"not_observed", answer.unseen},
                               {"not_applicable", answer.not_applicable},
                               {"breakages", std::move(breakages)}});
        }
        json["platforms"].push_back({{"platform", platform.name},
                                     {"file", platform.file},
                                     {"answers", std::move(answers)}});
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode compare_command(const CompareOptions& options) {
    const auto uses = read_uses(read_report_file(path_from_utf8(options.uses)), options.uses);
    std::vector<std::pair<Report, PlatformAnswers>> read;
    for (const auto& path : report_inputs(options.reports)) {
        read.emplace_back(read_report_header(read_input(path), path), read_platform(path, uses));
    }
    std::ranges::stable_sort(read, [](const auto& one, const auto& other) {
        return comes_before(one.first, other.first);
    });
    std::vector<PlatformAnswers> platforms;
    for (auto& [header, platform] : read) {
        platforms.push_back(std::move(platform));
    }
    const auto form = options.format == "json"       ? as_json
                      : options.format == "markdown" ? as_markdown
                                                     : as_text;
    write_output(options.output, form(uses, platforms));
    const bool breaks = std::ranges::any_of(platforms, [](const PlatformAnswers& platform) {
        return std::ranges::any_of(platform.answers,
                                   [](const Answer& answer) { return answer.breaks != 0; });
    });
    return breaks ? ExitCode::gate_broken : ExitCode::gate_holds;
}

}  // namespace conformance
