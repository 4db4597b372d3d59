#include <string>

#include <catch2/catch_test_macros.hpp>

#include "tool/inputs.hpp"
#include "tool/row_texts.hpp"

using namespace conformance;

TEST_CASE("a selector is a path, a requirement, or values that a row has among others") {
    const std::string row = "so-keepalive/set/x[family=ipv4,optlen=3]";
    const std::vector<std::string> requirements{"so-keepalive.set"};
    for (const auto* selector :
         {"so-keepalive", "so-keepalive/set/x", "so-keepalive.set", "so-keepalive/set/x[optlen=3]",
          "so-keepalive/set/x[family=*,optlen=3]", "so-keepalive/set/x[*]",
          "so-keepalive/set/x[family=ipv4,optlen=3]"}) {
        CAPTURE(selector);
        CHECK(is_selected({selector}, row, requirements));
    }
    for (const auto* selector :
         {"so-keep", "so-keepalive/se", "so-keepalive.get", "so-keepalive/set/x[optlen=4]",
          "so-keepalive/set[optlen=3]", "so-keepalive/set/x[other=3]"}) {
        CAPTURE(selector);
        CHECK_FALSE(is_selected({selector}, row, requirements));
    }
    CHECK(is_selected({}, row, requirements));
}

TEST_CASE("a report's rows are found in its text, and the text without them") {
    const std::string name = "text";
    const std::string text =
        R"({"a": {"rows": ["no"]}, "b": "\"rows\": [", "rows" : [ {"x": "]}"}, {"y": [1]} ], "c": 1})";
    RowTexts rows(text, name);
    CHECK(std::string(rows.next()) == R"({"x": "]}"})");
    CHECK(std::string(rows.next()) == R"({"y": [1]})");
    CHECK(rows.text_without_rows() ==
          R"({"a": {"rows": ["no"]}, "b": "\"rows\": [", "rows" : [], "c": 1})");
}
