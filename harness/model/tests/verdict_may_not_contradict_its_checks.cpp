#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "model/verdict_check.hpp"

using namespace conformance;

namespace {

RowResult result_of(Verdict verdict, const std::vector<bool>& checks, const char* reason = "") {
    RowResult result;
    result.verdict = verdict;
    result.reason = reason;
    for (const bool passed : checks) {
        result.checks.push_back({"", "", "", passed, 1});
    }
    return result;
}

}  // namespace

TEST_CASE("results that agree with themselves are accepted") {
    CHECK(verdict_contradiction(result_of(Verdict::pass, {true, true})).empty());
    CHECK(verdict_contradiction(result_of(Verdict::fail, {true, false})).empty());
    CHECK(verdict_contradiction(result_of(Verdict::inconclusive, {true}, "why")).empty());
}

TEST_CASE("results that contradict themselves are reported") {
    CHECK_FALSE(verdict_contradiction(result_of(Verdict::pass, {true, false})).empty());
    CHECK_FALSE(verdict_contradiction(result_of(Verdict::pass, {})).empty());
    CHECK_FALSE(verdict_contradiction(result_of(Verdict::fail, {true})).empty());
    CHECK_FALSE(verdict_contradiction(result_of(Verdict::inconclusive, {false}, "why")).empty());
    CHECK_FALSE(verdict_contradiction(result_of(Verdict::not_applicable, {false}, "why")).empty());
    const auto verdict = GENERATE(Verdict::inconclusive, Verdict::not_applicable, Verdict::timeout,
                                  Verdict::crash, Verdict::not_run);
    CHECK_FALSE(verdict_contradiction(result_of(verdict, {})).empty());
}
