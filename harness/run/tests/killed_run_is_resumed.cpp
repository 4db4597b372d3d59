#include <fstream>
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
    const auto name = suite_program().filename().wstring();
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

std::size_t count_in(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a run whose supervisor is killed leaves no worker, and is finished from its journal") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto journal = report + ".journal";
    constexpr std::ptrdiff_t enough_lines = 10;
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

    const auto rows_before = count_in(text_of(journal), "{\"row\":");
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
    CHECK(run.errors.find("Running " + std::to_string(22 - rows_before)) != run.errors.npos);
    CHECK_FALSE(std::filesystem::exists(journal));
}

namespace {

/// Makes a journal one of a system that was started at another time.
void restart_the_system_of(const std::string& journal) {
    auto text = text_of(journal);
    const std::string member = "\"booted\":\"";
    const auto at = text.find(member) + member.size();
    text.insert(at, "another time, not ");
    std::ofstream(journal, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a row in which the system went down is a crash, and is not run again") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto journal = report + ".journal";
    const StartedSuite started(
        folder,
        {"run", "so-keepalive/boolean/other-than-zero-is-true", "--jobs", "1", "--provider",
         misbehaving_provider(), "--report", report, "--seed", "3"},
        "hang");
    const auto hangs = [&] {
        const auto text = text_of(journal);
        const auto last = text.rfind("{\"begun\":");
        return last != text.npos && text.find(poisoned, last) != text.npos;
    };
    REQUIRE(happens_within(20s, hangs));
    started.kill();
    restart_the_system_of(journal);
    const auto whole = text_of(journal);
    const auto last_line = whole.rfind('\n', whole.size() - 2) + 1;
    const auto line_before = whole.rfind('\n', last_line - 2) + 1;
    // Whatever of the last two lines had come to the disk: the rest of the run is known. Other cuts
    // are tested in harness/plan/tests/journal_survives_a_cut.cpp.
    for (const auto cut :
         {line_before, line_before + 1, (line_before + last_line) / 2, last_line - 1, last_line,
          (last_line + whole.size()) / 2, whole.size() - 1}) {
        CAPTURE(cut);
        std::ofstream(journal, std::ios::binary) << whole.substr(0, cut);
        const auto run = run_suite(folder, {"run", "--resume", journal});
        CHECK(run.exit_code == 1);
        CHECK(rows_of(report).size() == 14);
        std::filesystem::remove(report);
    }
    std::ofstream(journal, std::ios::binary) << whole;
    const auto run = run_suite(folder, {"run", "--resume", journal});
    CHECK(run.exit_code == 1);
    std::size_t crashes = 0;
    for (const auto& [name, row] : rows_of(report)) {
        if (row.verdict == Verdict::crash) {
            ++crashes;
            CHECK(name.find(poisoned) != name.npos);
            CHECK(row.reason == "the system went down in this row");
        }
    }
    CHECK(crashes == 1);
}

TEST_CASE("what is excluded is in the report, left out by choice") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto run = run_suite(
        folder, {"run", "so-keepalive/boolean", "--exclude", "so-keepalive/boolean/zero-is-false",
                 "--provider", reference_provider(), "--report", report});
    CHECK(run.exit_code == 0);
    const auto rows = rows_of(report);
    CHECK(rows.size() == 16);
    const auto& left_out = rows.at("so-keepalive/boolean/zero-is-false[family=ipv4]");
    CHECK(left_out.verdict == Verdict::not_run);
    CHECK(left_out.unobserved == Unobserved::choice);
}
