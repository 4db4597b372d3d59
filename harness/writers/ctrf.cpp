#include "writers/ctrf.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <string_view>

#include "model/json.hpp"
#include "writers/environment_text.hpp"
#include "writers/outcome.hpp"

namespace conformance {

namespace {

const char* status_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::passed: return "passed";
        case Outcome::failed: return "failed";
        case Outcome::skipped: break;
    }
    return "skipped";
}

/// The number that stands in the text there; 0 for none.
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

Json test_of(const RowResult& row, const Report& report) {
    Json test{{"name", row.row},
              {"status", status_of(outcome_of(row, report))},
              {"duration", row.duration_us / 1000},
              {"suite", Json::array({row.case_name})},
              {"rawStatus", to_string(row.verdict)}};
    const auto message = message_of(row);
    if (!message.empty()) {
        test["message"] = message;
    }
    if (outcome_of(row, report) == Outcome::failed) {
        test["trace"] = details_of(row);
    }
    Json parameters = Json::object();
    for (const auto& parameter : row.parameters) {
        parameters[parameter.name] = parameter.value;
    }
    test["parameters"] = std::move(parameters);
    test["extra"] = {{"requirements", row.requirements},
                     {"repetition", row.repetition},
                     {"standing", row.standing ? Json(to_string(*row.standing)) : Json(nullptr)}};
    return test;
}

}  // namespace

std::string ctrf(const Report& report) {
    std::map<Outcome, std::size_t> counts;
    Json tests = Json::array();
    for (const auto& row : report.rows) {
        ++counts[outcome_of(row, report)];
        tests.push_back(test_of(row, report));
    }
    const auto start = milliseconds_of(report.run.started);
    const Json json{
        {"reportFormat", "CTRF"},
        {"specVersion", "0.0.0"},
        {"results",
         {{"tool", {{"name", "winsock-conformance"}, {"version", report.suite.version}}},
          {"summary",
           {{"tests", report.rows.size()},
            {"passed", counts[Outcome::passed]},
            {"failed", counts[Outcome::failed]},
            {"pending", 0},
            {"skipped", counts[Outcome::skipped]},
            {"other", 0},
            {"start", start},
            {"stop", start + report.run.duration_ms}}},
          {"tests", std::move(tests)},
          {"environment",
           {{"osPlatform", platform_name(report)},
            {"osVersion", report.environment ? to_string(report.environment->os.version) : ""},
            {"commit", report.suite.commit}}}}}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conformance
