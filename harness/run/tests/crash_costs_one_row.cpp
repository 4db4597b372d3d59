#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

namespace {

struct Death {
    const char* how;
    const char* reason;
};

}  // namespace

TEST_CASE("a provider that ends the process costs the row it was called in, and no other") {
    const auto death = GENERATE(Death{"access-violation", "access violation (0xC0000005)"},
                                Death{"stack-overflow", "stack overflow (0xC00000FD)"},
                                Death{"exit-0", "exit code 0"}, Death{"terminate-0", "exit code 0"},
                                Death{"abort", "ended with"});
    CAPTURE(death.how);
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const std::vector<std::string> arguments{
        "run", "so-keepalive/boolean", "--provider", misbehaving_provider(), "--report", report};
    REQUIRE(run_suite(folder, arguments).exit_code < 2);
    const auto healthy = rows_of(report);
    const auto run = run_suite(folder, arguments, death.how);
    CHECK(run.exit_code == 1);
    const auto rows = rows_of(report);
    REQUIRE(rows.size() == healthy.size());
    for (const auto& [name, row] : rows) {
        CAPTURE(name);
        if (name.find(poisoned) == name.npos) {
            CHECK(row.verdict == healthy.at(name).verdict);
            continue;
        }
        CHECK(row.verdict == Verdict::crash);
        CHECK_THAT(row.reason, ContainsSubstring(death.reason) && ContainsSubstring("setsockopt"));
        REQUIRE_FALSE(row.calls.empty());
        CHECK(row.calls.back().function == "setsockopt");
        CHECK_FALSE(row.calls.back().result);
        CHECK(row.calls.front().function == "socket");
    }
}
