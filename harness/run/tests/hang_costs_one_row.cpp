#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a provider that hangs costs the row it was called in, and no other") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto run = run_suite(folder,
                               {"run", "so-keepalive/boolean", "--provider", misbehaving_provider(),
                                "--report", report, "--timeout-multiplier", "0.2"},
                               "hang");
    CHECK(run.exit_code == 1);
    const auto rows = rows_of(report);
    std::size_t hung = 0;
    for (const auto& [name, row] : rows) {
        CAPTURE(name);
        if (name.find(poisoned) == name.npos) {
            CHECK(row.verdict != Verdict::timeout);
            CHECK_FALSE(row.checks.empty());
            continue;
        }
        ++hung;
        CHECK(row.verdict == Verdict::timeout);
        CHECK_THAT(row.reason, ContainsSubstring("no end within 2.0 s, in setsockopt"));
        CHECK_FALSE(row.calls.back().result);
    }
    CHECK(hung == 2);
}
