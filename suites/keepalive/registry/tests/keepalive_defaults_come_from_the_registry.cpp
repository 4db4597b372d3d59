#include <catch2/catch_test_macros.hpp>

#include "keepalive_registry/keepalive_defaults.hpp"

using namespace conformance;

namespace {

const RegistryValue absent_time{"KeepAliveTime", false, {}, {}};
const RegistryValue absent_interval{"KeepAliveInterval", false, {}, {}};

}  // namespace

TEST_CASE("without a value in the registry the documented defaults hold") {
    for (const auto& registry :
         {std::vector<RegistryValue>{}, std::vector<RegistryValue>{absent_time, absent_interval}}) {
        const auto time = configured_time(registry, KeepaliveTime::time);
        CHECK(time.ms == 7'200'000u);
        CHECK_FALSE(time.from_registry);
        CHECK(configured_time(registry, KeepaliveTime::interval).ms == 1000u);
    }
}

TEST_CASE("a value in the registry holds, each for its own time") {
    const std::vector<RegistryValue> registry{{"KeepAliveTime", true, "REG_DWORD", 300'000u},
                                              {"KeepAliveInterval", true, "REG_DWORD", 0u}};
    const auto time = configured_time(registry, KeepaliveTime::time);
    CHECK(time.ms == 300'000u);
    CHECK(time.from_registry);
    CHECK(configured_time(registry, KeepaliveTime::interval).ms == 0u);
    CHECK(configured_time({registry[0], absent_interval}, KeepaliveTime::interval).ms == 1000u);
}

TEST_CASE("a value of another type says nothing, and that is the reason") {
    const std::vector<RegistryValue> registry{{"KeepAliveTime", true, "REG_SZ", {}},
                                              absent_interval};
    const auto time = configured_time(registry, KeepaliveTime::time);
    CHECK_FALSE(time.ms);
    CHECK(time.from_registry);
    CHECK(time.reason.find("KeepAliveTime is no REG_DWORD but REG_SZ") != std::string::npos);
    CHECK(configured_time(registry, KeepaliveTime::interval).ms == 1000u);
}
