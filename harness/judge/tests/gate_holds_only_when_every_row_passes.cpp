#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "judge/gate.hpp"

using namespace conformance;

namespace {

Report report_with(const std::vector<Verdict>& verdicts, bool complete = true) {
    Report report;
    report.run.complete = complete;
    for (const auto verdict : verdicts) {
        report.rows.emplace_back();
        report.rows.back().verdict = verdict;
    }
    return report;
}

}  // namespace

TEST_CASE("the gate holds when every applicable row passes") {
    CHECK(gate_holds(report_with({Verdict::pass, Verdict::not_applicable})));
}

TEST_CASE("any other verdict breaks the gate") {
    const auto verdict = GENERATE(Verdict::fail, Verdict::inconclusive, Verdict::timeout,
                                  Verdict::crash, Verdict::not_run);
    CHECK_FALSE(gate_holds(report_with({Verdict::pass, verdict})));
}

TEST_CASE("an incomplete run breaks the gate") {
    CHECK_FALSE(gate_holds(report_with({Verdict::pass}, false)));
}
