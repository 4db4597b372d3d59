#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

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

TEST_CASE("without a baseline what failed has failed, and what was not seen is skipped") {
    CHECK(outcome(Verdict::pass, {}, false) == Outcome::passed);
    CHECK(outcome(Verdict::fail, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::crash, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::not_run, {}, false) == Outcome::failed);
    CHECK(outcome(Verdict::inconclusive, {}, false) == Outcome::skipped);
    CHECK(outcome(Verdict::not_applicable, {}, false) == Outcome::skipped);
}

TEST_CASE("with one, what breaks the gate has failed") {
    CHECK(outcome(Verdict::fail, Standing::known_deviation, true) == Outcome::passed);
    CHECK(outcome(Verdict::crash, Standing::known_deviation, true) == Outcome::passed);
    CHECK(outcome(Verdict::fail, Standing::regression, true) == Outcome::failed);
    CHECK(outcome(Verdict::inconclusive, Standing::regression, true) == Outcome::failed);
    CHECK(outcome(Verdict::inconclusive, Standing::known_deviation, true) == Outcome::skipped);
    CHECK(outcome(Verdict::pass, Standing::improvement, true) == Outcome::passed);
}

TEST_CASE("JUnit counts what it shows") {
    Report report;
    report.run.started = "2026-01-31T23:59:59Z";
    report.rows = {row_of(Verdict::pass, {}), row_of(Verdict::fail, {}), row_of(Verdict::crash, {}),
                   row_of(Verdict::inconclusive, {})};
    const auto xml = junit(report);
    CHECK_THAT(
        xml, ContainsSubstring(R"(tests="4" failures="1" errors="1" skipped="1" time="4.938268")"));
    CHECK_THAT(xml, ContainsSubstring(R"(<failure message="expected 0, got 1" type="fail">)"));
    CHECK_THAT(xml, ContainsSubstring(R"(<skipped message="inconclusive: why"/>)"));
    CHECK_THAT(xml, ContainsSubstring(R"(timestamp="2026-01-31T23:59:59")"));
}

TEST_CASE("GitHub is told of nine rows and of the number of the others") {
    Report report;
    report.rows.assign(12, row_of(Verdict::fail, {}));
    const auto text = github_annotations(report);
    CHECK(std::ranges::count(text, '\n') == 10);
    CHECK_THAT(text, ContainsSubstring("3 more rows break the gate"));
}
