#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a run of which no row applies ends with 3, and is reported all the same") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto facts = Json::parse(run_suite(folder, {"facts", "--json"}).output);
    const auto& os = facts.at("environment").at("os");
    const bool is_old = os.at("nt_version").at("major").get<int>() < 6;
    const auto run = run_suite(
        folder,
        {"run", is_old ? "so-keepalive.einval-transitional" : "so-keepalive.transitional-allowed",
         "--report", report});
    CHECK(run.exit_code == 3);
    CHECK_FALSE(rows_of(report).empty());
}

TEST_CASE(
    "of two requirements for different versions exactly one applies, and the other says why") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    run_suite(folder, {"run", "so-keepalive/connecting", "--report", report});
    const auto json = Json::parse(text_of(report));
    const auto major = json.at("environment").at("os").at("nt_version").at("major").get<int>();
    for (const auto& [name, row] : rows_of(report)) {
        CAPTURE(name);
        const bool for_old = name.find("set-is-allowed") != name.npos;
        const bool for_new = name.find("set-is-refused") != name.npos;
        if ((for_old && major >= 6) || (for_new && major < 6)) {
            CHECK(row.verdict == Verdict::not_applicable);
            CHECK_THAT(row.reason,
                       ContainsSubstring(for_old ? "(5.2); this is NT " : "(6.0); this is NT "));
            CHECK(row.calls.empty());
        } else {
            CHECK(row.verdict != Verdict::not_applicable);
        }
    }
}
