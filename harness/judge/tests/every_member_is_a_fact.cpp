#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/json.hpp"
#include "judge/diff.hpp"
#include "model/environment.hpp"

using namespace conformance;

namespace {

/// An environment in which every member has a value.
Environment whole_environment() {
    Environment environment;
    environment.os.ubr = 1;
    environment.os.wine_version = "8.0";
    environment.os.reactos_version = "0.4";
    environment.winsock_kernel.emplace();
    environment.catalogue.emplace_back();
    environment.registry = {{"KeepAliveTime", true, "REG_DWORD", 7'200'000}};
    return environment;
}

/// Another value of the same type.
Json other_than(const Json& value) {
    return value.is_boolean()  ? Json(!value.get<bool>())
           : value.is_string() ? Json(value.get<std::string>() + "1")
                               : Json(value.get<int>() + 1);
}

}  // namespace

TEST_CASE("a difference in any member of the environment is a fact") {
    const Json whole = whole_environment();
    Report before;
    before.environment = whole_environment();
    const auto members = whole.flatten();
    REQUIRE(members.size() > 30);
    for (const auto& [pointer, value] : members.items()) {
        CAPTURE(pointer);
        auto changed = whole;
        auto& member = changed[Json::json_pointer(pointer)];
        member = other_than(member);
        Report after;
        after.environment = changed.get<Environment>();
        CHECK_FALSE(diff(before, after).facts.empty());
    }
}
