#pragma once

#include <string>
#include <string_view>

namespace conformance {

/// Catch2 hands a reporter one text per assertion: the value, a space, and the matcher's text. Our
/// matchers begin theirs with this mark, by which the runner separates what happened from what was
/// expected.
inline constexpr std::string_view expectation_mark = "| expected ";
/// Stands behind that mark where what happened is recorded.
inline constexpr std::string_view recorded_mark = "recorded, ";

/// An assertion's text taken apart.
struct ExpectationText {
    std::string expected;
    std::string actual;
    /// Whether the matcher was Recorded: nothing is demanded of what happened.
    bool recorded = false;
};

/// The text of a matcher whose expectation is demanded of nobody: what happened is recorded.
std::string recorded_text(const std::string& matcher);

/// Takes the expansion of an assertion apart. Without the mark, as with a plain CHECK, the
/// expression is what was expected.
ExpectationText split_expectation(const std::string& expression, const std::string& expansion);

}  // namespace conformance
