#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "harness_runs.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;

TEST_CASE(
    "of two requirements for different versions exactly one applies, and the other says why") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    run_suite(folder, {"run", "so-keepalive/connecting", "--report", report});
    const auto json = Json::parse(text_of(report));
    const auto major = json.at("environment").at("os").at("nt_version").at("major").get<int>();
    for (const auto& [name, row] : rows_of(report)) {
        CAPTURE(name);
        const bool for_old = name.find("set-is-allowed") != name.npos;
        const bool for_new = name.find("set-is-refused") != name.npos;
        if ((for_old && major >= 6) || (for_new && major < 6)) {
            CHECK(row.verdict == Verdict::not_applicable);
            CHECK_THAT(row.reason, ContainsSubstring(for_old ? "applies until 5.2; this is NT "
                                                             : "applies from 6.0; this is NT "));
            CHECK(row.calls.empty());
        } else {
            CHECK(row.verdict != Verdict::not_applicable);
        }
    }
}
