#include <catch2/catch_test_macros.hpp>

#include "harness_runs.hpp"

using namespace conformance;

TEST_CASE("a row with a process of its own begins before anybody called WSAStartup") {
    const TestFolder folder;
    const auto report = folder.file("report.json");
    run_suite(folder, {"run", "so-keepalive/not-initialised", "so-keepalive/since-2000", "--jobs",
                       "1", "--repeat", "2", "--report", report});
    const auto json = Json::parse(text_of(report));
    std::size_t seen = 0;
    for (const auto& entry : json.at("rows")) {
        const auto row = entry.get<RowResult>();
        CAPTURE(row.row);
        REQUIRE_FALSE(row.calls.empty());
        if (row.row.find("before-WSAStartup") != row.row.npos) {
            ++seen;
            CHECK(row.calls.size() == 1);
        } else if (row.row.find("not-initialised") != row.row.npos) {
            CHECK(row.calls[0].function == "WSAStartup");
            CHECK(row.calls[0].result == 0);
        } else {
            CHECK(row.calls[0].function == "socket");
        }
    }
    CHECK(seen == 4);
}
