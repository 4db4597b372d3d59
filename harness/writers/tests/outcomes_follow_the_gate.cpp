#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "base/json.hpp"
#include "writers/ctrf.hpp"
#include "writers/github_annotations.hpp"
#include "writers/junit.hpp"
#include "writers/outcome.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

namespace {

RowResult row_of(Verdict verdict, std::optional<Standing> standing) {
    RowResult row;
    row.row = "a/b";
    row.case_name = "a/b";
    row.verdict = verdict;
    row.standing = standing;
    row.duration_us = 1234567;
    if (verdict == Verdict::fail) {
        row.checks = {{"e", "0", "1", false, 1}};
    } else if (verdict != Verdict::pass) {
        row.reason = "why";
    }
    return row;
}

Outcome outcome(Verdict verdict, std::optional<Standing> standing, bool judged) {
    Report report;
    if (judged) {
        report.judgement.emplace();
    }
    return outcome_of(row_of(verdict, standing), report);
}

}  // namespace

TEST_CASE("without a baseline whatever keeps the gate from holding has failed") {
    CHECK(outcome(Verdict::pass, {}, false) == Outcome::passed);
    CHECK(outcome(Verdict::recorded, {}, false) == Outcome::passed);
    CHECK(outcome(Verdict::fail, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::crash, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::not_run, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::inconclusive, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::not_applicable, {}, false) == Outcome::skipped);
    CHECK(outcome(Verdict::not_measured, {}, false) == Outcome::skipped);
}

TEST_CASE(
    "with one, what breaks the gate has failed, and a known deviation has neither passed nor "
    "failed") {
    CHECK(outcome(Verdict::fail, Standing::known_deviation, true) == Outcome::known_deviation);
    CHECK(outcome(Verdict::crash, Standing::known_deviation, true) == Outcome::known_deviation);
    CHECK(outcome(Verdict::inconclusive, Standing::known_deviation, true) ==
          Outcome::known_deviation);
    CHECK(outcome(Verdict::fail, Standing::regression, true) == Outcome::failed);
    CHECK(outcome(Verdict::inconclusive, Standing::regression, true) == Outcome::failed);
    CHECK(outcome(Verdict::inconclusive, {}, true) == Outcome::skipped);
    CHECK(outcome(Verdict::pass, Standing::improvement, true) == Outcome::passed);
}

TEST_CASE("JUnit counts what it shows, and takes the run's time") {
    Report report;
    report.run.started = "2026-01-31T23:59:59Z";
    report.run.duration_ms = 1500;
    report.rows = {row_of(Verdict::pass, {}), row_of(Verdict::fail, {}), row_of(Verdict::crash, {}),
                   row_of(Verdict::inconclusive, {}), row_of(Verdict::not_applicable, {})};
    const auto xml = junit(report);
    CHECK_THAT(xml, ContainsSubstring(R"(tests="5" failures="1" errors="2" time="1.500">)"));
    CHECK_THAT(xml,
               ContainsSubstring(R"(tests="5" failures="1" errors="2" skipped="1" time="6.172")"));
    CHECK_THAT(xml, ContainsSubstring(R"(<failure type="fail" message="expected 0, got 1">)"));
    CHECK_THAT(xml, ContainsSubstring(R"(<error type="inconclusive" message="why">)"));
    CHECK_THAT(xml, ContainsSubstring(R"(<skipped type="not-applicable" message="why"/>)"));
    CHECK_THAT(xml, ContainsSubstring(R"(timestamp="2026-01-31T23:59:59")"));
}

TEST_CASE("JUnit keeps platforms, cases and rows apart") {
    Report report;
    report.environment.emplace();
    report.environment->os.product = "Windows 11";
    report.environment->os.version = {10, 0, 22631};
    report.environment->os.ubr = 3447;
    report.environment->architecture = {"arm64", "x64", true};
    report.environment->provider.path = "C:\\Windows\\system32\\ws2_32.dll";
    report.environment->provider.sha256 = "abc";
    report.judgement.emplace();
    report.run.notes = {{"cmake", "4.1"}};
    auto row = row_of(Verdict::fail, Standing::known_deviation);
    row.row = "a/b[family=ipv4]";
    row.source = {"suites/a/b.cpp", 17};
    report.rows = {row};
    const auto xml = junit(report);
    CHECK_THAT(
        xml,
        ContainsSubstring(
            R"(<testcase classname="windows-11-10-0-22631-3447-x64-on-arm64.a.b" name="family=ipv4")"));
    CHECK_THAT(
        xml, ContainsSubstring(R"(<skipped type="known-deviation" message="expected 0, got 1"/>)"));
    CHECK_THAT(xml, ContainsSubstring(
                        R"(<property name="standing of family=ipv4" value="known-deviation"/>)"));
    CHECK_THAT(xml, ContainsSubstring(R"(<property name="line" value="17"/>)"));
    CHECK_THAT(xml, ContainsSubstring(R"(<property name="note: cmake" value="4.1"/>)"));
    CHECK_THAT(xml, ContainsSubstring(R"( file="suites/a/b.cpp">)"));
}

TEST_CASE("the repetitions of a row are one test of CTRF, flaky where they differ") {
    Report report;
    report.rows = {row_of(Verdict::pass, {}), row_of(Verdict::fail, {}), row_of(Verdict::pass, {})};
    for (std::uint32_t i = 0; i < 3; ++i) {
        report.rows[i].repetition = i + 1;
    }
    const auto json = Json::parse(ctrf(report)).at("results");
    REQUIRE(json.at("tests").size() == 1);
    const auto& test = json.at("tests").at(0);
    CHECK(test.at("status") == "failed");
    CHECK(test.at("retries") == 2);
    CHECK(test.at("flaky") == true);
    CHECK(test.at("retryAttempts").at(1).at("attempt") == 3);
    CHECK(test.at("retryAttempts").at(1).at("status") == "passed");
    CHECK(json.at("summary").at("flaky") == 1);
    CHECK(json.at("summary").at("failed") == 1);
}

TEST_CASE("GitHub is notified of nine groups and of the number of the other rows") {
    Report report;
    for (int i = 0; i < 12; ++i) {
        report.rows.push_back(row_of(Verdict::fail, {}));
        report.rows.back().checks[0].actual = std::to_string(i);
    }
    report.rows[0].source = {"suites/a.cpp", 3};
    const auto text = github_annotations(report);
    CHECK(std::ranges::count(text, '\n') == 10);
    CHECK_THAT(text, ContainsSubstring("::error file=suites/a.cpp,line=1,title=a/b::fail: "));
    CHECK_THAT(text, ContainsSubstring("3 more rows break the gate"));
}
