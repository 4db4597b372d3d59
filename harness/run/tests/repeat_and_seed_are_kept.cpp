#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "harness_runs.hpp"

using namespace conformance;

TEST_CASE("every repetition is in the report, none hides another") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto listed =
        Json::parse(run_suite(folder, {"list", "--json", "so-keepalive/since-2000"}).output).size();
    run_suite(folder, {"run", "so-keepalive/since-2000", "--repeat", "5", "--seed",
                       "18446744073709551615", "--report", report});
    const auto json = Json::parse(text_of(report));
    CHECK(json.at("run").at("seed").get<std::uint64_t>() == 18446744073709551615u);
    CHECK(json.at("rows").size() == 5 * listed);
    CHECK(json.at("summary").at("rows").at("pass") == 5 * listed);
    int highest = 0;
    for (const auto& row : json.at("rows")) {
        highest = std::max(highest, row.at("repetition").get<int>());
    }
    CHECK(highest == 5);
}

TEST_CASE("jobs change how many rows run at a time, not what they say") {
    const TestFolder folder;
    const auto verdicts = [&](const char* jobs) {
        const auto report = folder.file("report.json");
        run_suite(folder, {"run", "so-keepalive/boolean", "so-keepalive/level", "--jobs", jobs,
                           "--report", report});
        std::map<std::string, Verdict> by_row;
        for (const auto& [name, row] : rows_of(report)) {
            by_row[name] = row.verdict;
        }
        return by_row;
    };
    const auto one = verdicts("1");
    CHECK(one.size() > 20);
    CHECK(one == verdicts("2"));
    CHECK(one == verdicts("16"));
}
