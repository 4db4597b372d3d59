#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "model/report.hpp"
#include "model/verdict.hpp"

using namespace conformance;

namespace {

RollUp of(const std::vector<Verdict>& observed, const std::vector<Verdict>& unobserved = {}) {
    std::vector<RowVerdict> rows;
    for (const auto verdict : observed) {
        rows.push_back({verdict, false});
    }
    for (const auto verdict : unobserved) {
        rows.push_back({verdict, true});
    }
    return roll_up(rows);
}

}  // namespace

TEST_CASE("the worst verdict wins, in the documented order") {
    using enum Verdict;
    const std::vector<Verdict> order{crash,        timeout, fail, inconclusive,
                                     not_measured, not_run, pass, recorded};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::vector<Verdict> rows(order.rbegin(),
                                        order.rend() - static_cast<std::ptrdiff_t>(i));
        CHECK(of(rows).verdict == order[i]);
    }
}

TEST_CASE("a requirement is not-applicable only when all its rows are") {
    using enum Verdict;
    CHECK(of({not_applicable, not_applicable}).verdict == not_applicable);
    CHECK(of({not_applicable, pass}).verdict == pass);
    CHECK(of({not_applicable, inconclusive}).verdict == inconclusive);
    CHECK(of({not_applicable}, {inconclusive}).verdict == inconclusive);
}

TEST_CASE("a row that cannot be observed says nothing beside one that can") {
    using enum Verdict;
    CHECK(of({pass}, {inconclusive, not_run}).verdict == pass);
    CHECK(of({fail}, {inconclusive}).verdict == fail);
    CHECK(of({}, {inconclusive}).verdict == inconclusive);
    CHECK(of({}, {not_run}).verdict == not_run);
}

TEST_CASE("a part that passes is not called the whole") {
    using enum Verdict;
    CHECK(describe(of({pass, pass})) == "pass");
    CHECK(describe(of({pass, pass, not_applicable})) == "pass");
    CHECK(describe(of({pass, pass}, {inconclusive})) == "pass, 2 of 3 rows observed");
    CHECK(describe(of({recorded}, {not_run})) == "recorded, 1 of 2 rows observed");
    CHECK(describe(of({fail, pass}, {inconclusive})) == "fail");
    const auto mixed = of({pass, crash, timeout, recorded, fail, inconclusive, not_measured});
    CHECK(mixed.observed() == 5);
    CHECK(mixed.rows == 7);
    CHECK(mixed.counts.at(not_measured) == 1);
}

TEST_CASE("a requirement without rows has not run") {
    CHECK(of({}).verdict == Verdict::not_run);
}

TEST_CASE("every verdict has a name that is read back") {
    for (const auto verdict : all_verdicts) {
        CHECK(verdict_from(to_string(verdict)) == verdict);
    }
    for (const auto cause : {Unobserved::capability, Unobserved::version, Unobserved::choice}) {
        CHECK(unobserved_from(to_string(cause)) == cause);
    }
    CHECK_FALSE(unobserved_from("pass"));
}

TEST_CASE("a report's requirements are those that have rows") {
    RequirementCatalogue catalogue;
    catalogue.add(R"({"document": {"id": "d", "title": "t", "address": "a"}, "requirements": [
        {"id": "d.x", "section": "s", "statement": "", "basis": "own"},
        {"id": "d.y", "section": "s", "statement": "", "basis": "own"}]})",
                  "f.json");
    RowResult passed;
    passed.requirements = {"d.x"};
    passed.verdict = Verdict::pass;
    RowResult failed = passed;
    failed.verdict = Verdict::fail;
    const auto results = requirement_results(catalogue, {passed, failed});
    REQUIRE(results.size() == 1);
    CHECK(results[0].id == "d.x");
    CHECK(results[0].of_rows.verdict == Verdict::fail);
    CHECK(results[0].of_rows.rows == 2);
}
