#include <algorithm>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "harness_runs.hpp"

using namespace conformance;

namespace {

using Names = std::set<std::string>;

std::string service_provider() {
    return std::filesystem::path(SERVICE_PROVIDER).make_preferred().string();
}

/// The rows of WSPIoctl against a provider with that fault.
std::map<std::string, RowResult> wspioctl_rows(const std::string& fault) {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    run_suite(folder,
              {"run", "sio-keepalive-vals/wspioctl", "--provider", service_provider(), "--report",
               report},
              fault);
    return rows_of(report);
}

/// The requirements of the rows that failed.
Names failed_requirements(const std::map<std::string, RowResult>& rows) {
    Names ids;
    for (const auto& [name, row] : rows) {
        if (row.verdict == Verdict::fail) {
            ids.insert(row.requirements.begin(), row.requirements.end());
        }
    }
    return ids;
}

struct Fault {
    const char* name;
    const char* requirement;
};

}  // namespace

TEST_CASE("a provider that follows the page passes every row of WSPIoctl") {
    const auto rows = wspioctl_rows("");
    REQUIRE(rows.size() == 22);
    for (const auto& [name, row] : rows) {
        CAPTURE(name, row.reason);
        CHECK(row.verdict == Verdict::pass);
    }
}

TEST_CASE("one that breaks a claim of it fails the rows of that claim, and no others") {
    const auto fault = GENERATE(Fault{"does-nothing", "sio-keepalive-vals.wspioctl"},
                                Fault{"leaves-bytes-returned", "sio-keepalive-vals.wspioctl"},
                                Fault{"error-by-last-error-alone", "sio-keepalive-vals.errno"},
                                Fault{"accepts-short-input", "sio-keepalive-vals.errno"},
                                Fault{"keeps-the-pointer", "sio-keepalive-vals.thread-id"},
                                Fault{"routine-in-another-thread", "sio-keepalive-vals.thread-id"},
                                Fault{"routine-twice", "sio-keepalive-vals.thread-id"});
    CAPTURE(fault.name);
    auto failed = failed_requirements(wspioctl_rows(fault.name));
    CHECK(failed.erase(fault.requirement) == 1);
    // With lpErrno broken or nothing done, the overlapped call that the copy is seen by is broken,
    // too.
    failed.erase("sio-keepalive-vals.thread-id");
    CHECK(failed.empty());
}

TEST_CASE("one that does not start leaves them inconclusive, and says why") {
    const auto rows = wspioctl_rows("does-not-start");
    REQUIRE(rows.size() == 22);
    for (const auto& [name, row] : rows) {
        CAPTURE(name);
        CHECK(row.verdict == Verdict::inconclusive);
        CHECK(row.reason.find("WSASYSNOTREADY") != std::string::npos);
    }
}

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
