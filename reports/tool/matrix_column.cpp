#include "tool/matrix_column.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <functional>
#include <sstream>
#include <tuple>

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "model/report_reader.hpp"
#include "base/utf8.hpp"
#include "requirements/catalogue.hpp"
#include "writers/environment_text.hpp"
#include "wire/evidence_text.hpp"

namespace conformance {

namespace {

/// "10.0" as numbers, so that 9 comes before 10; nothing for Windows itself.
std::vector<int> wine_version(const Report& report) {
    std::vector<int> numbers;
    if (report.environment && report.environment->os.wine_version) {
        std::istringstream text(*report.environment->os.wine_version);
        for (int number = 0; text >> number; text.ignore()) {
            numbers.push_back(number);
        }
        numbers.insert(numbers.begin(), 1);
    }
    return numbers;
}

auto order_of(const Report& report) {
    const auto version = report.environment ? report.environment->os.version : NtVersion{};
    const auto os = report.environment ? report.environment->os : OperatingSystem{};
    return std::tuple(wine_version(report), os.reactos_version, version.major, version.minor,
                      os.server, os.product, version.build, os.ubr.value_or(0), report.run.started);
}

std::vector<std::pair<std::string, std::string>> facts_of(const Report& report) {
    std::vector<std::pair<std::string, std::string>> facts;
    if (report.environment) {
        const auto& environment = *report.environment;
        facts.emplace_back("System", describe(environment));
        facts.emplace_back("Winsock",
                           environment.provider.path + " " + environment.provider.version);
    }
    for (const auto& capability : report.capabilities) {
        if (!capability.available) {
            facts.emplace_back("Missing", capability.name + ": " + capability.reason);
        }
    }
    facts.emplace_back("Run", report.run.started + (report.run.complete ? "" : ", incomplete"));
    facts.emplace_back("Suite", report.suite.version + ", commit " + report.suite.commit);
    return facts;
}

/// The row's evidence; the calls that a failed check was about begin with a mark.
std::vector<std::string> marked_evidence(const RowResult& row) {
    auto lines = evidence_lines(row);
    std::set<std::size_t> failed;
    for (const auto& check : row.checks) {
        if (!check.passed && check.calls_before != 0) {
            failed.insert(check.calls_before - 1);
        }
    }
    for (const auto index : failed) {
        if (index < row.calls.size()) {
            lines[index] = "=> " + lines[index];
        }
    }
    return lines;
}

MatrixRow matrix_row(RowResult&& row, const BaselineEntry* entry = nullptr) {
    MatrixRow result;
    result.row = row.row;
    result.repetition = row.repetition;
    result.verdict = row.verdict;
    result.unobserved = row.unobserved;
    result.standing = row.standing;
    result.calls = marked_evidence(row);
    if (entry != nullptr) {
        for (const auto& [verdict, text] : entry->outcomes()) {
            result.recorded += (result.recorded.empty() ? "" : ", or ") +
                               std::string(to_string(verdict)) + (text.empty() ? "" : ": " + text);
        }
        result.reason = entry->reason;
        result.source = entry->source;
        result.bug = entry->bug;
    }
    result.requirements = std::move(row.requirements);
    if (row.verdict != Verdict::pass) {
        result.expected = expected(row);
        result.observed = observed(row);
    }
    return result;
}

}  // namespace

std::string recorded_summary(const MatrixCell& cell) {
    constexpr std::size_t most = 3;
    std::vector<std::pair<std::string, std::size_t>> all(cell.recorded.begin(),
                                                         cell.recorded.end());
    std::ranges::stable_sort(all, std::ranges::greater{},
                             &std::pair<std::string, std::size_t>::second);
    std::string text;
    for (std::size_t i = 0; i < all.size() && i < most; ++i) {
        text += (text.empty() ? "" : ", ") + all[i].first +
                (all.size() == 1 ? "" : " (" + std::to_string(all[i].second) + ")");
    }
    return all.size() <= most ? text
                              : text + ", and " + std::to_string(all.size() - most) + " more";
}

std::vector<std::optional<MatrixCell>> cells_of(const MatrixColumn& column,
                                                const std::vector<std::string>& requirements) {
    struct OfRows {
        std::vector<RowVerdict> verdicts;
        std::vector<std::optional<Standing>> standings;
        std::map<std::string, std::size_t> recorded;
        bool breaks = false;
    };
    std::map<std::string_view, OfRows> by_requirement;
    for (const auto& row : column.rows) {
        for (const auto& id : row.requirements) {
            auto& of_rows = by_requirement[id];
            of_rows.verdicts.push_back({row.verdict, row.unobserved.has_value()});
            of_rows.breaks = of_rows.breaks || row.breaks;
            of_rows.standings.push_back(row.standing);
            if (row.verdict == Verdict::recorded) {
                ++of_rows.recorded[row.observed];
            }
        }
    }
    std::vector<std::optional<MatrixCell>> cells;
    for (const auto& id : requirements) {
        const auto found = by_requirement.find(id);
        cells.push_back(found == by_requirement.end()
                            ? std::nullopt
                            : std::optional(MatrixCell{
                                  roll_up(found->second.verdicts), worst(found->second.standings),
                                  found->second.breaks, std::move(found->second.recorded)}));
    }
    return cells;
}

bool comes_before(const Report& one, const Report& other) {
    return order_of(one) < order_of(other);
}

MatrixColumn read_column(std::string_view text, const std::string& name,
                         const std::vector<Baseline>* baselines) {
    MatrixColumn column;
    column.file = utf8_from_path(path_from_utf8(name).filename());
    Report report;
    if (baselines == nullptr) {
        // Row by row, so that a report is never in memory as a whole.
        report = read_report(text, name, [&](RowResult&& row) {
            column.rows.push_back(matrix_row(std::move(row)));
        });
    } else {
        report = read_report(text, name);
        rejudge(report, requirement_catalogue(), row_catalogue());
        const KnownDeviations known(*baselines, *report.environment);
        judge(report, known, false);
        for (auto& row : report.rows) {
            const auto* entry = known.find(row.row);
            column.rows.push_back(matrix_row(std::move(row), entry));
        }
    }
    for (auto& row : column.rows) {
        RowResult result;
        result.verdict = row.verdict;
        result.unobserved = row.unobserved;
        result.standing = row.standing;
        row.breaks = breaks_gate(result, report.judgement);
    }
    column.platform = platform_name(report);
    column.run = report.run.id;
    if (report.environment) {
        const auto& environment = *report.environment;
        column.build = std::to_string(environment.os.version.build);
        column.ubr = environment.os.ubr ? std::to_string(*environment.os.ubr) : "";
        column.version =
            to_string(environment.os.version) + (column.ubr.empty() ? "" : "." + column.ubr);
        column.architecture = environment.architecture.name();
        column.provider = is_system_provider(environment) ? "" : provider_file_name(environment);
    }
    column.facts = facts_of(report);
    column.judged = report.judgement.has_value();
    column.gate_holds = column.judged && report.judgement->gate_holds;
    std::ranges::stable_sort(column.rows, {}, &MatrixRow::row);
    return column;
}

}  // namespace conformance
