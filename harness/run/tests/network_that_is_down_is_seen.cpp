#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a network subsystem that has failed answers WSAENETDOWN, and the rows show it") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    SetEnvironmentVariableW(L"NETWORK", L"down");
    run_suite(folder, {"run", "so-keepalive/set/on-off-on", "sio-keepalive-vals/states/connection",
                       "--provider", reference_provider(), "--report", report});
    SetEnvironmentVariableW(L"NETWORK", nullptr);
    const auto rows = rows_of(report);
    REQUIRE(rows.size() > 6);
    for (const auto& [name, row] : rows) {
        CAPTURE(name);
        CHECK(row.verdict == Verdict::fail);
        CHECK_THAT(row.failed_check()->actual, ContainsSubstring("WSAENETDOWN"));
    }
}
