#include <catch2/catch_test_macros.hpp>

#include "writers/environment_text.hpp"

using namespace conformance;

namespace {

Environment windows_11() {
    Environment environment;
    environment.os.product = "Windows 11";
    environment.os.display_version = "23H2";
    environment.os.version = {10, 0, 22631};
    environment.os.ubr = 3447;
    environment.architecture = {"arm64", "arm64", false};
    environment.provider.path = "C:\\Windows\\system32\\WS2_32.dll";
    return environment;
}

}  // namespace

TEST_CASE("a report is named after its platform") {
    CHECK(report_file_name(windows_11()) == "windows-11-23h2-10.0.22631.3447-arm64.json");
}

TEST_CASE("Wine and the version that it poses as are reported, not the machine's architecture") {
    auto environment = windows_11();
    environment.os.wine_version = "8.0";
    environment.os.display_version = "";
    environment.os.ubr = std::nullopt;
    environment.architecture = {"x64", "x86", true};
    CHECK(report_file_name(environment) == "wine-8.0-as-windows-11-10.0.22631-x86.json");
}

TEST_CASE("on Windows an emulated program is distinguished from the machine's own") {
    auto environment = windows_11();
    environment.architecture = {"arm64", "x64", true};
    CHECK(report_file_name(environment) == "windows-11-23h2-10.0.22631.3447-x64-on-arm64.json");
}

TEST_CASE("a platform is one word without dots for other tools") {
    Report report;
    CHECK(platform_id(report) == "unknown");
    report.environment = windows_11();
    CHECK(platform_id(report) == "windows-11-23h2-10-0-22631-3447-arm64");
}

TEST_CASE("another provider is reported") {
    auto environment = windows_11();
    environment.provider.path = "D:\\work\\my ws2_32.dll";
    CHECK(report_file_name(environment) ==
          "windows-11-23h2-10.0.22631.3447-arm64-my-ws2-32.dll.json");
}

TEST_CASE("no text of the system's leaves the folder") {
    auto environment = windows_11();
    environment.os.product = "..\\..//CON: \xc3\xa4 ?*";
    environment.os.display_version = "";
    environment.os.ubr = std::nullopt;
    const auto name = report_file_name(environment);
    CHECK(name.find_first_of("/\\:*? ") == std::string::npos);
    CHECK(name == "con-10.0.22631-arm64.json");
}
