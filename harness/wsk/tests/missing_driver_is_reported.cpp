#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "loaded_driver.hpp"
#include "wsk/driver_service.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

/// A file that goes with the test.
class File {
public:
    explicit File(const std::string& content)
        : path_(std::filesystem::temp_directory_path() / "conformance_no_driver.sys") {
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~File() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::string driver_bytes() {
    std::ifstream file(driver_path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Without an administrator's rights no file is looked at: that is what is reported of each.
void skip_unless_services_can_be_made() {
    const auto manager = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CREATE_SERVICE);
    if (manager == nullptr && !driver_has_to_load()) {
        SKIP("the process has no administrator rights");
    }
    REQUIRE(manager != nullptr);
    CloseServiceHandle(manager);
}

}  // namespace

TEST_CASE("a driver that is not there is recognised by its path") {
    CHECK_THROWS_MATCHES(DriverService("no such driver.sys"), DriverUnavailable,
                         MessageMatches(ContainsSubstring("no such driver.sys")));
    CHECK_THROWS_AS(DriverService(std::filesystem::temp_directory_path()), DriverUnavailable);
}

TEST_CASE("a file that is no driver cannot be loaded") {
    skip_unless_services_can_be_made();
    CHECK_THROWS_MATCHES(DriverService(File("this is text").path()), DriverUnavailable,
                         MessageMatches(ContainsSubstring("cannot be loaded")));
    CHECK_THROWS_AS(DriverService(File("").path()), DriverUnavailable);
}

TEST_CASE("a driver that was cut cannot be loaded") {
    skip_unless_services_can_be_made();
    const auto whole = driver_bytes();
    REQUIRE(whole.size() > 4096);
    for (const auto size : {64u, 512u, 2048u}) {
        CAPTURE(size);
        CHECK_THROWS_AS(DriverService(File(whole.substr(0, size)).path()), DriverUnavailable);
    }
}
