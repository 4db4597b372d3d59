#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

namespace {

auto rows_of_network_down(const TestFolder& folder) {
    const auto report = folder.file("report.json");
    run_suite(folder, {"run", "so-keepalive/network-down", "sio-keepalive-vals/network-down",
                       "--provider", reference_provider(), "--report", report});
    auto rows = rows_of(report);
    REQUIRE(rows.size() > 6);
    return rows;
}

}  // namespace

TEST_CASE("a network subsystem that has failed is seen, and the rows about it pass") {
    const TestFolder folder;
    SetEnvironmentVariableW(L"NETWORK", L"down");
    const auto rows = rows_of_network_down(folder);
    SetEnvironmentVariableW(L"NETWORK", nullptr);
    for (const auto& [name, row] : rows) {
        CAPTURE(name);
        CHECK(row.verdict == Verdict::pass);
    }
}

TEST_CASE("where it works they do not apply, and say by what that was seen") {
    const TestFolder folder;
    for (const auto& [name, row] : rows_of_network_down(folder)) {
        CAPTURE(name);
        CHECK(row.verdict == Verdict::not_applicable);
        CHECK_THAT(row.reason, ContainsSubstring("bind succeeded"));
    }
}
