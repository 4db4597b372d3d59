#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "model/report.hpp"
#include "model/verdict.hpp"

using namespace conformance;

TEST_CASE("the worst verdict wins, in the documented order") {
    using enum Verdict;
    const std::vector<Verdict> order{crash, timeout, fail, inconclusive, not_run, pass};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::vector<Verdict> rows(order.rbegin(),
                                        order.rend() - static_cast<std::ptrdiff_t>(i));
        CHECK(worst(rows) == order[i]);
    }
}

TEST_CASE("a requirement is not-applicable only when all its rows are") {
    using enum Verdict;
    CHECK(worst(std::vector{not_applicable, not_applicable}) == not_applicable);
    CHECK(worst(std::vector{not_applicable, pass}) == pass);
    CHECK(worst(std::vector{not_applicable, inconclusive}) == inconclusive);
}

TEST_CASE("a requirement without rows has not run") {
    CHECK(worst({}) == Verdict::not_run);
}

TEST_CASE("every verdict has a name that is read back") {
    const auto verdict =
        GENERATE(Verdict::pass, Verdict::fail, Verdict::inconclusive, Verdict::not_applicable,
                 Verdict::timeout, Verdict::crash, Verdict::not_run);
    CHECK(verdict_from(to_string(verdict)) == verdict);
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
    CHECK(results[0].verdict == Verdict::fail);
    CHECK(results[0].rows == 2);
}
