#include <catch2/catch_test_macros.hpp>

#include "facts/operating_system.hpp"

using namespace conformance;

TEST_CASE("the version of ReactOS is in its registry, or in its files") {
    CHECK(reactos_version({"ReactOS 0.4.16-dev"}, "") == "0.4.16");
    CHECK(reactos_version({"ReactOS", "20250801-0.4.15-r1"}, "42.4.16.0") == "0.4.15");
    CHECK(reactos_version({"ReactOS", "", "5.2", "Service Pack 2"}, "42.4.16.0") == "0.4.16");
    CHECK(reactos_version({"ReactOS", "3790.10.4"}, "5.2.3790.1830") == "unknown");
}

TEST_CASE("the time of the start is the same as long as the system runs") {
    CHECK_FALSE(boot_time().empty());
    CHECK(boot_time() == boot_time());
}

TEST_CASE("Wine is not taken for ReactOS") {
    CHECK_FALSE(operating_system().reactos_version);
}
