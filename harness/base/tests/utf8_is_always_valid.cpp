#include <string>

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"

using namespace conformance;
using namespace std::string_literals;

TEST_CASE("valid UTF-8 stays as it is") {
    const auto text = "plain, \xC3\xA4, \xE2\x82\xAC, \xF0\x9F\x98\x80, \0 and \x01"s;
    CHECK(valid_utf8(text) == text);
}

TEST_CASE("what is not UTF-8 becomes U+FFFD") {
    CHECK(valid_utf8("a\xFF"
                     "b") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(valid_utf8("cut \xE2\x82") == "cut \xEF\xBF\xBD");
}

TEST_CASE("UTF-16 becomes UTF-8") {
    CHECK(utf8_from_utf16(u"a\u00E4\u20AC\U0001F600") == "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80");
}

TEST_CASE("a lone surrogate becomes U+FFFD") {
    const auto replacement = "\xEF\xBF\xBD"s;
    CHECK(utf8_from_utf16(std::u16string{0xD800}) == replacement);
    CHECK(utf8_from_utf16(std::u16string{0xDC00, u'x'}) == replacement + "x");
    CHECK(utf8_from_utf16(std::u16string{0xD800, u'x'}) == replacement + "x");
}

TEST_CASE("a path goes through UTF-8 and back") {
    const auto text = "folder/\xC3\xA4 \xE2\x82\xAC.json"s;
    CHECK(utf8_from_path(path_from_utf8(text)) == text);
}
