#include <map>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "base/json.hpp"
#include "report_schema/report_schema.hpp"

using namespace conformance;

TEST_CASE("what two schemas define under one name with one title is the same") {
    std::map<std::string, Json> definitions;
    for (const auto& name : schema_names()) {
        CAPTURE(name);
        const auto schema = Json::parse(schema_named(name));
        CHECK(schema.at("$id").get<std::string>().starts_with("urn:winsock-conformance:" + name));
        for (const auto& [key, definition] : schema.at("$defs").items()) {
            const auto title = definition.value("title", key);
            CAPTURE(title);
            const auto [first, is_new] = definitions.emplace(title, definition);
            CHECK((is_new || first->second == definition));
        }
    }
}

TEST_CASE("every member of every form is described, here or where it is defined") {
    const auto is_described = [](const Json& member, const Json& schema) {
        const std::string prefix = "#/$defs/";
        const auto reference = member.value("$ref", prefix);
        const auto& definition =
            reference == prefix ? member : schema.at("$defs").at(reference.substr(prefix.size()));
        return member.contains("description") || definition.contains("description") ||
               definition.contains("enum");
    };
    std::size_t members = 0;
    for (const auto& name : schema_names()) {
        const auto schema = Json::parse(schema_named(name));
        const auto check = [&](const Json& object) {
            const auto properties = object.value("properties", Json::object());
            for (const auto& [key, member] : properties.items()) {
                CAPTURE(name, key);
                CHECK(is_described(member, schema));
                ++members;
            }
        };
        check(schema);
        for (const auto& definition : schema.at("$defs")) {
            check(definition);
        }
    }
    CHECK(members > 150);
}
