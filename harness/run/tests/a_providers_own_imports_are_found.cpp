#include <algorithm>
#include <filesystem>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "harness_runs.hpp"

using namespace conformance;

TEST_CASE("a provider finds the DLL beside it, whichever slashes its path has") {
    const TestFolder folder;
    auto path = dependent_provider();
    REQUIRE(std::filesystem::exists(std::filesystem::path(path).parent_path() / "dependency.dll"));
    const char separator = GENERATE('/', '\\');
    std::ranges::replace(path, '\\', separator);
    const auto report = folder.file("report.json");
    const auto run = run_suite(
        folder, {"run", "so-keepalive/default/new-socket", "--provider", path, "--report", report});
    CAPTURE(path, run.errors);
    CHECK(run.exit_code == 0);
    CHECK(rows_of(report).size() == 6);
}
