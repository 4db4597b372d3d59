#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "harness_runs.hpp"

using namespace conformance;

TEST_CASE("without standard output the report is written all the same") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto run =
        run_suite(folder, {"run", "so-keepalive/since-2000", "--report", report}, "", false);
    CHECK(run.exit_code == 0);
    CHECK(run.output.empty());
    const auto rows = rows_of(report);
    CHECK_FALSE(rows.empty());
    for (const auto& [name, row] : rows) {
        CHECK(row.verdict == Verdict::pass);
    }
}

TEST_CASE("a provider that closes or misuses standard output changes nothing") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto* misbehaviour = GENERATE("close-standard-output", "print");
    CAPTURE(misbehaviour);
    const auto run = run_suite(
        folder,
        {"run", "so-keepalive/boolean", "--provider", misbehaving_provider(), "--report", report},
        misbehaviour);
    CHECK(run.exit_code == 1);
    CHECK(run.output.find("noise") == run.output.npos);
    for (const auto& [name, row] : rows_of(report)) {
        CAPTURE(name);
        CHECK_FALSE(row.checks.empty());
    }
}
