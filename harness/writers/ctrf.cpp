#include "writers/ctrf.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "writers/environment_text.hpp"
#include "writers/outcome.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

namespace {

const char* status_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::passed: return "passed";
        case Outcome::failed: return "failed";
        case Outcome::known_deviation: return "other";
        case Outcome::skipped: break;
    }
    return "skipped";
}

/// The number at that place in the text; 0 for none.
int number_at(std::string_view text, std::size_t at, std::size_t length) {
    int number = 0;
    const auto part = text.substr(std::min(at, text.size()), length);
    std::from_chars(part.data(), part.data() + part.size(), number);
    return number;
}

/// "2026-01-31T23:59:59Z" as milliseconds since 1970; 0 for a text that is no time.
std::int64_t milliseconds_of(std::string_view time) {
    namespace chrono = std::chrono;
    const chrono::year_month_day date(chrono::year(number_at(time, 0, 4)),
                                      chrono::month(static_cast<unsigned>(number_at(time, 5, 2))),
                                      chrono::day(static_cast<unsigned>(number_at(time, 8, 2))));
    if (!date.ok()) {
        return 0;
    }
    const auto since =
        chrono::sys_days(date).time_since_epoch() + chrono::hours(number_at(time, 11, 2)) +
        chrono::minutes(number_at(time, 14, 2)) + chrono::seconds(number_at(time, 17, 2));
    return chrono::duration_cast<chrono::milliseconds>(since).count();
}

/// The repetitions of one row.
using Attempts = std::vector<const RowResult*>;

/// The rows by name, those that fail first.
std::vector<Attempts> attempts_of(const Report& report) {
    std::vector<Attempts> all;
    std::map<std::string_view, std::size_t> places;
    for (const auto* row : rows_worst_first(report)) {
        const auto [place, is_new] = places.emplace(row->row, all.size());
        if (is_new) {
            all.emplace_back();
        }
        all[place->second].push_back(row);
    }
    for (auto& attempts : all) {
        std::ranges::sort(attempts, {}, &RowResult::repetition);
    }
    return all;
}

/// Chooses the attempt that represents the test.
int seriousness(Outcome outcome) {
    switch (outcome) {
        case Outcome::failed: return 3;
        case Outcome::known_deviation: return 2;
        case Outcome::passed: return 1;
        case Outcome::skipped: break;
    }
    return 0;
}

/// The members of a single attempt.
Json attempt_of(const RowResult& row, const Report& report, const BaselineEntry* entry) {
    const auto outcome = outcome_of(row, report);
    Json attempt{{"status", status_of(outcome)}, {"duration", row.duration_us / 1000}};
    const auto message =
        outcome == Outcome::known_deviation ? known_text(row, entry) : message_of(row);
    if (!message.empty()) {
        attempt["message"] = message;
    }
    if (outcome == Outcome::failed) {
        attempt["trace"] = details_of(row, report, entry);
    }
    return attempt;
}

Json test_of(const Attempts& attempts, const Report& report, const KnownDeviations* known,
             const std::string& platform) {
    const auto outcome = [&](const RowResult* row) { return outcome_of(*row, report); };
    const auto* const worst = *std::ranges::max_element(
        attempts, {}, [&](const RowResult* row) { return seriousness(outcome(row)); });
    Json test = attempt_of(*worst, report, entry_of(*worst, known));
    test["name"] = worst->row;
    test["suite"] = {platform, worst->case_name};
    test["tags"] = {platform};
    test["rawStatus"] = to_string(worst->verdict);
    if (worst->source) {
        test["filePath"] = worst->source->file;
        test["line"] = worst->source->line;
    }
    Json parameters = Json::object();
    for (const auto& parameter : worst->parameters) {
        parameters[parameter.name] = parameter.value;
    }
    test["parameters"] = std::move(parameters);
    test["extra"] = {
        {"requirements", worst->requirements},
        {"standing", worst->standing ? Json(to_string(*worst->standing)) : Json(nullptr)}};
    if (attempts.size() > 1) {
        test["retries"] = attempts.size() - 1;
        for (const auto* row : attempts) {
            if (row != worst) {
                auto attempt = attempt_of(*row, report, entry_of(*row, known));
                attempt["attempt"] = row->repetition;
                test["retryAttempts"].push_back(std::move(attempt));
            }
        }
        test["flaky"] = std::ranges::any_of(
            attempts, [&](const RowResult* row) { return outcome(row) != outcome(worst); });
    }
    return test;
}

Json environment_of(const Report& report, const std::string& platform) {
    Json environment{{"testEnvironment", platform}, {"commit", report.suite.commit}};
    if (report.environment) {
        const auto& os = report.environment->os;
        environment["osPlatform"] = os.product;
        environment["osRelease"] = os.display_version;
        environment["osVersion"] =
            to_string(os.version) + (os.ubr ? "." + std::to_string(*os.ubr) : "");
    }
    for (const auto& [name, value] : run_properties(report)) {
        environment["extra"][name] = value;
    }
    return environment;
}

}  // namespace

std::string ctrf(const Report& report, const KnownDeviations* known) {
    const auto platform = platform_id(report);
    std::map<std::string, std::size_t> counts;
    std::size_t flaky = 0;
    Json tests = Json::array();
    for (const auto& attempts : attempts_of(report)) {
        tests.push_back(test_of(attempts, report, known, platform));
        ++counts[tests.back()["status"].get<std::string>()];
        flaky += tests.back().value("flaky", false) ? 1 : 0;
    }
    const auto start = milliseconds_of(report.run.started);
    Json summary{{"tests", tests.size()},
                 {"pending", 0},
                 {"flaky", flaky},
                 {"start", start},
                 {"stop", start + report.run.duration_ms}};
    for (const auto* status : {"passed", "failed", "skipped", "other"}) {
        summary[status] = counts[status];
    }
    const Json json{
        {"reportFormat", "CTRF"},
        {"specVersion", "0.0.0"},
        {"runId", report.run.id.empty() ? "unknown" : report.run.id},
        {"generatedBy", "winsock-conformance"},
        {"results",
         {{"tool", {{"name", "winsock-conformance"}, {"version", report.suite.version}}},
          {"summary", std::move(summary)},
          {"tests", std::move(tests)},
          {"environment", environment_of(report, platform)}}}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conformance
