#include <chrono>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "harness_runs.hpp"

// After windows.h, which it needs.
#include <tlhelp32.h>

using namespace conformance;
using namespace std::chrono_literals;

namespace {

/// How many processes of the suite's program there are.
int suite_processes() {
    const auto name = std::filesystem::path(SUITE_PROGRAM).filename().wstring();
    const auto snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof entry;
    int count = 0;
    for (BOOL more = Process32FirstW(snapshot, &entry); more;
         more = Process32NextW(snapshot, &entry)) {
        count += name == entry.szExeFile ? 1 : 0;
    }
    CloseHandle(snapshot);
    return count;
}

template <typename Condition>
bool happens_within(std::chrono::seconds time, Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

}  // namespace

TEST_CASE("a run whose supervisor is killed leaves no worker, and is finished from its journal") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto journal = report + ".journal";
    constexpr std::ptrdiff_t enough_lines = 6;
    // It hangs in the poisoned rows, so that it cannot end before it is killed.
    const std::vector<std::string> arguments{"run",
                                             "so-keepalive/boolean",
                                             "so-keepalive/set/on-off-on",
                                             "--provider",
                                             misbehaving_provider(),
                                             "--report",
                                             report,
                                             "--seed",
                                             "3"};
    const StartedSuite started(folder, arguments, "hang");
    REQUIRE(happens_within(20s, [&] { return lines_of(text_of(journal)) >= enough_lines; }));
    started.kill();
    CHECK(happens_within(10s, [] { return suite_processes() == 0; }));
    CHECK(text_of(report).empty());

    const auto lines_before = lines_of(text_of(journal));
    const auto run = run_suite(folder, {"run", "--resume", journal});
    CHECK(run.exit_code == 1);
    const auto rows = rows_of(report);
    const auto whole = Json::parse(text_of(report));
    CHECK(whole.at("run").at("complete") == true);
    CHECK(whole.at("run").at("seed") == 3);
    CHECK(rows.size() == 22);
    for (const auto& [name, row] : rows) {
        CAPTURE(name);
        CHECK_FALSE(row.checks.empty());
    }
    // Only what the journal did not have was run again, and the journal has served its purpose.
    CHECK(run.errors.find("Running " + std::to_string(22 - (lines_before - 2))) != run.errors.npos);
    CHECK_FALSE(std::filesystem::exists(journal));
}
