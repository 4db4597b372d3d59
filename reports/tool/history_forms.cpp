#include "tool/history_forms.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "judge/row_pattern.hpp"
#include "base/json.hpp"
#include "model/row_catalogue.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

std::string number_of(std::size_t count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string span_of(const HistoryLine& line) {
    return number_of(line.points.size(), "report") + ", " + line.points.front().describe() +
           " to " + line.points.back().describe();
}

std::size_t count_unchanged(const std::map<std::string, History>& histories) {
    return static_cast<std::size_t>(std::ranges::count_if(
        histories, [](const auto& entry) { return entry.second.is_unchanged(); }));
}

std::string rows_text(const FoldedHistory& folded) {
    return folded.rows == 1 ? "" : ", " + number_of(folded.rows, "row");
}

/// The groups of a line under one heading: the requirements, then the rows.
struct Section {
    const char* head;
    /// Nothing for unstable rows.
    std::optional<HistoryCause> cause;
};

/// In this order: changes of the system come first.
constexpr Section sections[] = {
    {"Changed with the system", HistoryCause::system},
    {"Changed when both the system and the suite did", HistoryCause::both},
    {"Changed on the same system with the same suite", HistoryCause::neither},
    {"Unstable", std::nullopt},
    {"Changed with the suite", HistoryCause::suite},
};

/// The one of a history's causes under which it is shown.
HistoryCause main_cause(const History& history) {
    for (const auto cause : {HistoryCause::system, HistoryCause::both, HistoryCause::neither}) {
        if (std::ranges::find(history.causes, cause) != history.causes.end()) {
            return cause;
        }
    }
    return HistoryCause::suite;
}

bool is_of(const History& history, const Section& section) {
    return section.cause
               ? history.kind != HistoryKind::unchanged && main_cause(history) == *section.cause
               : !history.unstable.empty();
}

/// Calls `on_entry` with the patterns, the number of rows and the history of each thing that is of
/// the section.
template <typename OnEntry>
void each_entry(const HistoryLine& line, const std::vector<FoldedHistory>& rows,
                const Section& section, OnEntry on_entry) {
    for (const auto& [id, history] : line.requirements) {
        if (is_of(history, section)) {
            on_entry(FoldedHistory{{id}, 1, &history});
        }
    }
    for (const auto& folded : rows) {
        if (is_of(*folded.history, section)) {
            on_entry(folded);
        }
    }
}

std::string worse_text(const HistoryLine& line) {
    return line.worse.empty() ? ""
                              : "Worse in the newest report than in the one before it: " +
                                    number_of(line.worse.size(), "row");
}

Json point_json(const HistoryPoint& point) {
    return {{"file", point.file},
            {"run", point.run},
            {"started", point.started},
            {"system", point.system},
            {"suite", point.suite}};
}

Json history_json_of(const std::string& name, const History& history) {
    Json parts = Json::array();
    for (std::size_t i = 0; i < history.parts.size(); ++i) {
        const auto& part = history.parts[i];
        Json json{{"verdict", to_string(part.observation.verdict)},
                  {"observed", part.observation.text},
                  {"first", part.first},
                  {"last", part.last},
                  {"reports", part.count},
                  {"cause", nullptr}};
        if (i != 0) {
            json["cause"] = to_string(history.causes[i - 1]);
        }
        parts.push_back(std::move(json));
    }
    Json unstable = Json::array();
    for (const auto& instability : history.unstable) {
        Json answers = Json::array();
        for (const auto& [observation, count] : instability.counts) {
            answers.push_back({{"verdict", to_string(observation.verdict)},
                               {"observed", observation.text},
                               {"reports", count}});
        }
        unstable.push_back({{"first", instability.first},
                            {"last", instability.last},
                            {"answers", std::move(answers)}});
    }
    return {{"name", name},
            {"unstable", std::move(unstable)},
            {"kind", to_string(history.kind)},
            {"first", history.first},
            {"last", history.last},
            {"parts", std::move(parts)}};
}

Json changes_json(const std::map<std::string, History>& histories) {
    Json json = Json::array();
    for (const auto& [name, history] : histories) {
        if (!history.is_unchanged()) {
            json.push_back(history_json_of(name, history));
        }
    }
    return json;
}

}  // namespace

std::string summary_of(const HistoryLine& line) {
    std::size_t appeared = 0;
    std::size_t gone = 0;
    for (const auto& [row, history] : line.rows) {
        appeared += line.is_new(history) ? 1 : 0;
        gone += line.is_gone(history) ? 1 : 0;
    }
    auto text = std::to_string(count_unchanged(line.requirements)) + " of " +
                number_of(line.requirements.size(), "requirement") + " and " +
                std::to_string(count_unchanged(line.rows)) + " of " +
                number_of(line.rows.size(), "row") + " never changed";
    if (appeared != 0) {
        text += "; " + number_of(appeared, "row") + " new with a later suite, not changed";
    }
    if (gone != 0) {
        text += "; " + number_of(gone, "row") + " not in a later suite";
    }
    return text;
}

std::vector<FoldedHistory> folded_changes(const HistoryLine& line) {
    std::map<std::string, std::vector<std::string>, std::less<>> by_case;
    for (const auto& [row, history] : line.rows) {
        by_case[std::string(case_of(row))].push_back(row);
    }
    std::vector<FoldedHistory> folded;
    for (const auto& [case_name, rows] : by_case) {
        std::map<std::string, std::vector<std::string>> alike;
        for (const auto& row : rows) {
            const auto& history = line.rows.at(row);
            if (!history.is_unchanged()) {
                alike[describe(history, line)].push_back(row);
            }
        }
        for (const auto& [text, members] : alike) {
            std::vector<std::string> others;
            std::ranges::set_difference(rows, members, std::back_inserter(others));
            const bool has_parameters = members.front().find('[') != std::string::npos;
            folded.push_back({has_parameters ? patterns_for(members, others) : members,
                              members.size(), &line.rows.at(members.front())});
        }
    }
    return folded;
}

std::string describe_changes(const History& history, const HistoryLine& line) {
    std::string text;
    for (std::size_t i = 0; i < history.parts.size(); ++i) {
        const auto& part = history.parts[i];
        text += (i == 0 ? "" : ", ") + describe(part.observation);
        if (i != 0) {
            text += " from " + line.points[part.first].describe();
            const auto cause = history.causes[i - 1];
            if (cause == HistoryCause::suite || cause == HistoryCause::both) {
                text += " with the suite " + line.points[part.first].suite;
            }
        }
        if (i + 1 != history.parts.size()) {
            text += " until " + line.points[part.last].describe();
        }
    }
    return text;
}

std::string describe_unstable(const History& history, const HistoryLine& line) {
    std::string text;
    for (const auto& instability : history.unstable) {
        std::vector<std::pair<std::size_t, std::string>> shares;
        std::size_t total = 0;
        for (const auto& [observation, count] : instability.counts) {
            shares.emplace_back(count, describe(observation));
            total += count;
        }
        std::ranges::sort(shares, std::ranges::greater{});
        text += (text.empty() ? "unstable on " : "; on ") + line.points[instability.first].system +
                ": ";
        for (std::size_t i = 0; i < shares.size(); ++i) {
            text += (i == 0 ? "" : ", ") + shares[i].second + " in " +
                    std::to_string(shares[i].first) + " of " + std::to_string(total) +
                    " reports (" + std::to_string(shares[i].first * 100 / total) + " %)";
        }
    }
    return text;
}

std::string describe(const History& history, const HistoryLine& line) {
    const auto changes =
        history.kind == HistoryKind::unchanged ? "" : describe_changes(history, line);
    const auto unstable = describe_unstable(history, line);
    return changes + (changes.empty() || unstable.empty() ? "" : "; ") + unstable;
}

std::string history_text(const std::vector<HistoryLine>& lines) {
    std::string text;
    const auto write = [&](const std::string& content) { text += terminal_text(content) + "\n"; };
    for (const auto& line : lines) {
        write(line.name + ": " + span_of(line));
        const auto rows = folded_changes(line);
        for (const auto& section : sections) {
            bool first = true;
            each_entry(line, rows, section, [&](const FoldedHistory& entry) {
                if (std::exchange(first, false)) {
                    write(std::string("  ") + section.head);
                }
                for (std::size_t i = 0; i + 1 < entry.patterns.size(); ++i) {
                    write("    " + entry.patterns[i]);
                }
                write("    " + entry.patterns.back() + rows_text(entry) + ": " +
                      (section.cause ? describe_changes(*entry.history, line)
                                     : describe_unstable(*entry.history, line)));
            });
        }
        write("  " + summary_of(line));
        if (const auto worse = worse_text(line); !worse.empty()) {
            write("  " + worse);
            for (const auto& row : line.worse) {
                write("    " + row);
            }
        }
    }
    return text;
}

std::string history_markdown(const std::vector<HistoryLine>& lines) {
    std::string text = "## History\n";
    for (const auto& line : lines) {
        text += "\n### " + markdown_code(line.name) + "\n\n" + markdown_code(span_of(line)) + "; " +
                summary_of(line) + ".\n";
        if (const auto worse = worse_text(line); !worse.empty()) {
            text += "\n**" + worse + ":**";
            for (const auto& row : line.worse) {
                text += " " + markdown_code(row);
            }
            text += "\n";
        }
        const auto rows = folded_changes(line);
        for (const auto& section : sections) {
            bool first = true;
            each_entry(line, rows, section, [&](const FoldedHistory& entry) {
                if (std::exchange(first, false)) {
                    text +=
                        std::string("\n") + section.head + "\n\n| what | observed |\n|---|---|\n";
                }
                std::string patterns;
                for (const auto& pattern : entry.patterns) {
                    patterns += (patterns.empty() ? "" : "<br>") + markdown_code(pattern);
                }
                text += "| " + patterns + rows_text(entry) + " | " +
                        markdown_code(section.cause ? describe_changes(*entry.history, line)
                                                    : describe_unstable(*entry.history, line)) +
                        " |\n";
            });
        }
    }
    return text;
}

std::string history_json(const std::vector<HistoryLine>& lines) {
    Json json{{"schema_version", 1}, {"lines", Json::array()}};
    for (const auto& line : lines) {
        Json points = Json::array();
        for (const auto& point : line.points) {
            points.push_back(point_json(point));
        }
        Json appeared = Json::array();
        Json gone = Json::array();
        for (const auto& [row, history] : line.rows) {
            if (line.is_new(history)) {
                appeared.push_back({{"row", row}, {"first", history.first}});
            }
            if (line.is_gone(history)) {
                gone.push_back({{"row", row}, {"last", history.last}});
            }
        }
        json["lines"].push_back({{"name", line.name},
                                 {"reports", std::move(points)},
                                 {"requirements", changes_json(line.requirements)},
                                 {"rows", changes_json(line.rows)},
                                 {"unchanged_requirements", count_unchanged(line.requirements)},
                                 {"unchanged_rows", count_unchanged(line.rows)},
                                 {"new_rows", std::move(appeared)},
                                 {"gone_rows", std::move(gone)},
                                 {"worse", line.worse}});
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conformance
