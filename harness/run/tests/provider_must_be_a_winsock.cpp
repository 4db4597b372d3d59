#include <fstream>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "harness_runs.hpp"

using namespace conformance;

namespace {

void check_refused(const TestFolder& folder, const std::string& provider,
                   const std::string& misbehaviour = "") {
    CAPTURE(provider, misbehaviour);
    const auto report = folder.file("report.json");
    std::ofstream(report) << "old";
    const auto run = run_suite(folder,
                               {"run", "so-keepalive/set", "--provider", provider, "--report",
                                report, "--timeout-multiplier", "0.05"},
                               misbehaviour);
    CAPTURE(run.errors);
    CHECK(run.exit_code == 2);
    CHECK(lines_of(run.errors) == 1);
    CHECK(run.errors.find(provider) != run.errors.npos);
    CHECK(text_of(report) == "old");
}

}  // namespace

TEST_CASE("a provider that is no Winsock is reported in one line, and nothing is touched") {
    const TestFolder folder;
    check_refused(folder, folder.file("missing.dll"));
    const auto text = folder.file("text.dll");
    std::ofstream(text) << "this is no DLL";
    check_refused(folder, text);
    std::wstring system(MAX_PATH, L'\0');
    system.resize(GetSystemDirectoryW(system.data(), MAX_PATH));
    check_refused(folder, std::filesystem::path(system).string() + "\\kernel32.dll");
}

TEST_CASE("a truncated DLL is refused") {
    const TestFolder folder;
    const auto whole = text_of(misbehaving_provider());
    const auto cut = folder.file("cut.dll");
    const auto length = GENERATE(std::size_t{100}, std::size_t{1024}, std::size_t{8192});
    std::ofstream(cut, std::ios::binary) << whole.substr(0, length);
    check_refused(folder, cut);
}

TEST_CASE("a provider that crashes or hangs when it is loaded is refused") {
    const TestFolder folder;
    check_refused(folder, misbehaving_provider(), "crash-at-load");
    check_refused(folder, misbehaving_provider(), "hang-at-load");
}
