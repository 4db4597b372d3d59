#pragma once

#include <string>
#include <string_view>

namespace conformance {

/// Catch2 hands a reporter one text per assertion: the value, a space, and the matcher's text. Our
/// matchers begin theirs with this mark, by which the runner tells what happened from what was
/// expected.
inline constexpr std::string_view expectation_mark = "| expected ";

/// An assertion's text taken apart.
struct ExpectationText {
    std::string expected;
    std::string actual;
};

/// Takes the expansion of an assertion apart. Without the mark, as with a plain CHECK, the
/// expression is what was expected.
ExpectationText split_expectation(const std::string& expression, const std::string& expansion);

}  // namespace conformance
