#include <catch2/catch_test_macros.hpp>

#include "harness_runs.hpp"

using namespace conformance;

TEST_CASE("without a WSPStartup the capability is missing, and the report says so") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto run = run_suite(folder, {"run", "sio-keepalive-vals/wspioctl", "--provider",
                                        misbehaving_provider(), "--report", report});
    for (const auto& [name, row] : rows_of(report)) {
        CAPTURE(name);
        CHECK(row.verdict == Verdict::inconclusive);
        CHECK(row.reason.find("no WSPStartup") != std::string::npos);
    }
    CHECK(run_suite(folder, {"run", "sio-keepalive-vals/wspioctl", "--provider",
                             misbehaving_provider(), "--require", "wspioctl"})
              .exit_code == 4);
}
