#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a worker that lies about its case or its verdict is a fault, and no verdict") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto [lie, why] = GENERATE(table<std::string, std::string>(
        {{"lie-row", "a worker began a row out of turn: so-keepalive/no/such-row"},
         {"lie-verdict", "the verdict is pass, and a check failed"},
         {"lie-done", "a worker said that it was done before its rows were"},
         {"lie-nonsense", "a worker's message: line 1, column 2: expected JSON"}}));
    CAPTURE(lie);
    // Of one family: the lie about a verdict names a row over IPv4.
    const auto run = run_suite(folder,
                               {"run", "so-keepalive/boolean/other-than-zero-is-true[family=ipv4]",
                                "--provider", misbehaving_provider(), "--report", report},
                               lie);
    CHECK(run.exit_code == 5);
    CHECK_THAT(run.errors, ContainsSubstring("harness fault"));
    CHECK_THAT(run.errors, ContainsSubstring(poisoned));
    for (const auto& [name, row] : rows_of(report)) {
        CAPTURE(name);
        if (name.find(poisoned) == name.npos) {
            CHECK_FALSE(row.checks.empty());
        } else {
            CHECK(row.verdict == Verdict::not_run);
            CHECK_THAT(row.reason, ContainsSubstring("the harness failed: " + why));
        }
    }
}
