#include <fstream>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

constexpr const char* selected = "so-keepalive/boolean/other-than-zero-is-true";

/// A baseline for every platform of this kind, with that entry.
std::string baseline(const TestFolder& folder, const std::string& rows,
                     const std::string& observed) {
    Json json{
        {"platform", "any"}, {"provider", "reference_provider.dll"}, {"entries", Json::array()}};
    const auto facts = Json::parse(run_suite(folder, {"facts", "--json"}).output);
    const auto& wine = facts.at("environment").at("os").at("wine_version");
    if (!wine.is_null()) {
        const auto version = wine.get<std::string>();
        json["wine"] = version.substr(0, version.find('.'));
    }
    json["entries"].push_back({{"rows", rows},
                               {"verdict", "fail"},
                               {"observed", observed},
                               {"reason", "because"},
                               {"source", "a test"},
                               {"grade", "measured"}});
    const auto path = folder.file("baseline.json");
    std::ofstream(std::filesystem::path(path), std::ios::binary) << json.dump();
    return path;
}

}  // namespace

TEST_CASE("an entry that fits no row ends the run before it begins, with 3") {
    const TestFolder folder;
    const auto run =
        run_suite(folder, {"run", selected, "--baseline",
                           baseline(folder, std::string(selected) + "[family=ipv4,value=7]", "0")});
    CHECK(run.exit_code == 3);
    CHECK_THAT(run.errors, ContainsSubstring("baseline.json: no row is"));
    CHECK(lines_of(run.errors) == 1);
}

TEST_CASE("a deviation that is not recorded is a regression, named with all three") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    const auto run = run_suite(
        folder, {"run", selected, "--provider", reference_provider(), "--baseline",
                 baseline(folder, std::string(selected) + "[*]", "0"), "--report", report});
    CHECK(run.exit_code == 0);
    CHECK_THAT(run.output, ContainsSubstring("improvement"));
    CHECK_THAT(run.output, ContainsSubstring("recorded fail: 0 (because)"));
    CHECK_THAT(run.output, ContainsSubstring("Gate          holds"));
    for (const auto& [name, row] : Json::parse(text_of(report)).at("rows").items()) {
        CHECK(row.at("standing") == "improvement");
    }
    SetEnvironmentVariableW(L"MUTATION", L"set.value=first-byte");
    const auto mutated = run_suite(
        folder, {"run", selected, "--provider", reference_provider(), "--baseline",
                 baseline(folder, "so-keepalive/set/on-off-on[*]", "0"), "--report", report});
    SetEnvironmentVariableW(L"MUTATION", nullptr);
    CHECK(mutated.exit_code == 1);
    CHECK_THAT(mutated.output, ContainsSubstring("regression"));
    CHECK_THAT(mutated.output, ContainsSubstring("recorded nothing"));
    CHECK_THAT(mutated.output, ContainsSubstring("got 0, stored 0"));
}

TEST_CASE("the report comes in other forms, and GitHub is notified where it runs") {
    const TestFolder folder;
    const auto junit = folder.file("junit.xml");
    const auto ctrf = folder.file("ctrf.json");
    const auto markdown = folder.file("summary.md");
    SetEnvironmentVariableW(L"GITHUB_ACTIONS", L"true");
    SetEnvironmentVariableW(L"MUTATION", L"set.value=first-byte");
    const auto run = run_suite(folder, {"run", selected, "--provider", reference_provider(),
                                        "--junit", junit, "--ctrf", ctrf, "--markdown", markdown});
    SetEnvironmentVariableW(L"MUTATION", nullptr);
    SetEnvironmentVariableW(L"GITHUB_ACTIONS", nullptr);
    CHECK(run.exit_code == 1);
    CHECK_THAT(run.output, ContainsSubstring("::error file=suites/so_keepalive/boolean.cpp,line="));
    CHECK_THAT(text_of(junit), StartsWith("<?xml"));
    CHECK(Json::parse(text_of(ctrf)).at("reportFormat") == "CTRF");
    CHECK_THAT(text_of(markdown), ContainsSubstring("What breaks the gate"));
}
