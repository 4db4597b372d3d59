#include "tool/history_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

#include "base/input_error.hpp"
#include "judge/observation.hpp"
#include "model/report_reader.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "tool/parallel.hpp"
#include "writers/environment_text.hpp"

namespace conformance {

namespace {

/// "10.0.3" as numbers, so that 9 comes before 10.
std::vector<int> numbers_in(const std::string& version) {
    std::vector<int> numbers;
    std::istringstream text(version);
    for (int number = 0; text >> number; text.ignore()) {
        numbers.push_back(number);
    }
    return numbers;
}

std::string line_of(const Environment& environment) {
    const auto& os = environment.os;
    std::string name = os.wine_version      ? "Wine as " + os.product
                       : os.reactos_version ? "ReactOS"
                                            : os.product;
    name += ", " + environment.architecture.name();
    return is_system_provider(environment) ? name : name + ", " + provider_file_name(environment);
}

std::string system_of(const Environment& environment) {
    const auto& os = environment.os;
    auto version = to_string(os.version) + (os.ubr ? "." + std::to_string(*os.ubr) : "");
    return os.wine_version      ? "Wine " + *os.wine_version + ", " + version
           : os.reactos_version ? "ReactOS " + *os.reactos_version
                                : version;
}

bool is_observation(Verdict verdict) {
    return verdict != Verdict::not_applicable && verdict != Verdict::not_run &&
           verdict != Verdict::not_measured;
}

/// The answers of a row that passes, when they are significant: of checks that allow several
/// answers, and of the first check when its answer is the expected text itself. Other answers
/// contain times and counts.
std::string answers_of_pass(const RowResult& row) {
    std::string text;
    for (const auto& check : row.checks) {
        const bool is_first = &check == &row.checks.front() && check.actual == check.expected;
        if (is_first || check.expected.find(" or ") != check.expected.npos) {
            text += (text.empty() ? "" : "; ") + check.actual;
        }
    }
    return text;
}

Observation observation_of(const RowResult& row) {
    return {row.verdict, row.verdict == Verdict::pass ? answers_of_pass(row) : observed(row)};
}

}  // namespace

std::vector<Kept> HistoryReading::run() {
    // Each holds the text of a report: more threads would need more memory than they save time.
    const auto threads = std::clamp(std::thread::hardware_concurrency(), 2u, 4u);
    for_each_in_parallel(options_.reports.size(), threads,
                         [this](std::size_t i) { read(options_.reports[i]); });
    for (const auto& selector : options_.selectors) {
        if (!matched_.contains(selector)) {
            throw InputError(selector + ": no row of these reports is selected by it");
        }
    }
    return std::move(kept_);
}

void HistoryReading::read(const std::string& path) {
    const auto text = read_input(path);
    // The repetitions of a row, and their observations.
    std::map<std::string, std::set<Observation>> rows;
    std::set<std::string> requirements;
    std::set<std::string> matched;
    const auto report = read_report(text, path, [&](RowResult&& row) {
        for (const auto& selector : options_.selectors) {
            if (is_selected({selector}, row.row, row.requirements)) {
                matched.insert(selector);
            }
        }
        if (is_selected(options_.selectors, row.row, row.requirements)) {
            requirements.insert(row.requirements.begin(), row.requirements.end());
            auto& observed_ones = rows[row.row];
            if (!row.unobserved && is_observation(row.verdict)) {
                observed_ones.insert(observation_of(row));
            }
        }
    });
    const auto day = report.run.started.substr(0, 10);
    if ((!options_.since.empty() && day < options_.since) ||
        (!options_.until.empty() && day > options_.until)) {
        return;
    }
    const auto& environment = *report.environment;
    Kept kept;
    kept.line = line_of(environment);
    kept.point = {path, report.run.id, report.run.started, system_of(environment),
                  report.suite.version + " (" + report.suite.commit + ")"};
    const auto& os = environment.os;
    kept.order = {numbers_in(os.wine_version      ? *os.wine_version
                             : os.reactos_version ? *os.reactos_version
                                                  : ""),
                  os.version.build,
                  os.ubr.value_or(0),
                  report.run.started,
                  report.run.id,
                  path};
    const std::scoped_lock guard(mutex_);
    matched_.insert(matched.begin(), matched.end());
    for (const auto& [row, answers] : rows) {
        kept.rows.emplace_back(names_.number_of(row), number_of(answers));
    }
    for (const auto& requirement : report.requirements) {
        if (requirements.contains(requirement.id)) {
            const auto verdict = requirement.of_rows.verdict;
            // Of a run that was interrupted the other rows might say otherwise.
            const bool is_known =
                report.run.complete && is_observation(verdict) &&
                (requirement.of_rows.observed() != 0 || verdict == Verdict::inconclusive);
            kept.requirements.emplace_back(
                names_.number_of(requirement.id),
                is_known ? observations_.number_of({verdict, ""}) : unobserved);
        }
    }
    kept_.push_back(std::move(kept));
}

std::uint32_t HistoryReading::number_of(const std::set<Observation>& answers) {
    if (answers.empty()) {
        return unobserved;
    }
    if (answers.size() == 1) {
        return observations_.number_of(*answers.begin());
    }
    // Of repetitions that differ: the worst verdict, and all that was seen.
    Observation all{answers.rbegin()->verdict, ""};
    for (const auto& answer : answers) {
        all.text += (all.text.empty() ? "" : " or ") + describe(answer);
    }
    return observations_.number_of(all);
}

}  // namespace conformance
