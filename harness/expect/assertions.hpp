#pragma once

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>

// Catch2 shows an assertion with its macros expanded: FailsWith((10000 + 14)). These macros pass
// the source text, FailsWith(WSAEFAULT), as the macro's name: a reporter finds it in
// AssertionInfo::macroName, which ends in a parenthesis.

#undef CHECK_THAT
#undef REQUIRE_THAT
#undef CHECK
#undef REQUIRE
#undef CHECK_FALSE
#undef REQUIRE_FALSE

/// CHECK_THAT for macros that wrap it: `text` is the assertion's source text.
#define CONFORMANCE_CHECK_THAT(text, value, matcher) \
    INTERNAL_CHECK_THAT(text, matcher, Catch::ResultDisposition::ContinueOnFailure, value)

#define CHECK_THAT(value, matcher) \
    CONFORMANCE_CHECK_THAT("CHECK_THAT(" #value ", " #matcher ")", value, matcher)
#define REQUIRE_THAT(value, matcher)                                       \
    INTERNAL_CHECK_THAT("REQUIRE_THAT(" #value ", " #matcher ")", matcher, \
                        Catch::ResultDisposition::Normal, value)
#define CHECK(...)                                                                              \
    INTERNAL_CATCH_TEST("CHECK(" #__VA_ARGS__ ")", Catch::ResultDisposition::ContinueOnFailure, \
                        __VA_ARGS__)
#define REQUIRE(...) \
    INTERNAL_CATCH_TEST("REQUIRE(" #__VA_ARGS__ ")", Catch::ResultDisposition::Normal, __VA_ARGS__)
#define CHECK_FALSE(...)                                                                   \
    INTERNAL_CATCH_TEST(                                                                   \
        "CHECK_FALSE(" #__VA_ARGS__ ")",                                                   \
        Catch::ResultDisposition::ContinueOnFailure | Catch::ResultDisposition::FalseTest, \
        __VA_ARGS__)
#define REQUIRE_FALSE(...)                                                                      \
    INTERNAL_CATCH_TEST("REQUIRE_FALSE(" #__VA_ARGS__ ")",                                      \
                        Catch::ResultDisposition::Normal | Catch::ResultDisposition::FalseTest, \
                        __VA_ARGS__)
