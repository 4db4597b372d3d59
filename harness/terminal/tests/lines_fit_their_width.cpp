#include <catch2/catch_test_macros.hpp>

#include "terminal/layout.hpp"

using namespace conformance;

TEST_CASE("a line is broken between words, and goes on below its first word") {
    CHECK(wrapped({12, false}, "got  ", "one two three") == "got  one two\n     three\n");
    CHECK(wrapped({100, false}, "got  ", "one two three") == "got  one two three\n");
    CHECK(wrapped({100, false}, "got  ", "") == "got  \n");
}

TEST_CASE("a word that is longer than the line stays whole") {
    CHECK(wrapped({8, false}, "at ", "suites/so_keepalive/x.cpp:1 y") ==
          "at suites/so_keepalive/x.cpp:1\n   y\n");
}

TEST_CASE("no line begins with what GitHub Actions takes for a command") {
    CHECK(wrapped({8, false}, "got  ", "one ::error::two three") ==
          "got  one ::error::two\n     three\n");
}

TEST_CASE("what takes several bytes is one column wide") {
    CHECK(wrapped({9, false}, "", "\xC3\xA4\xC3\xB6\xC3\xBC abcde") ==
          "\xC3\xA4\xC3\xB6\xC3\xBC abcde\n");
}

TEST_CASE("there are colours where they are wanted alone") {
    CHECK(coloured({80, false}, Colour::red, "fail") == "fail");
    CHECK(coloured({80, true}, Colour::red, "fail") == "\x1B[31mfail\x1B[0m");
    CHECK(colour_choice_from("always") == ColourChoice::always);
    CHECK(colour_choice_from("auto") == ColourChoice::when_terminal);
    CHECK_FALSE(colour_choice_from("sometimes").has_value());
}
