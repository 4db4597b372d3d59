#pragma once

#include <string>
#include <string_view>

namespace conformance {

/// Catch2 gives a reporter one text per assertion: the value, a space, and the matcher's text. The
/// matchers of this project begin their text with this mark, at which the runner splits it into
/// actual and expected.
inline constexpr std::string_view expectation_mark = "| expected ";
/// Follows that mark when the outcome is recorded.
inline constexpr std::string_view recorded_mark = "recorded, ";

/// The parts of an assertion's text.
struct ExpectationText {
    std::string expected;
    std::string actual;
    /// Whether the matcher was Recorded, so that no outcome is demanded.
    bool recorded = false;
};

/// The text of a matcher whose outcome is recorded and not demanded.
std::string recorded_text(const std::string& matcher);

/// Splits the expansion of an assertion. Without the mark, as with a plain CHECK, the expression is
/// the expectation.
ExpectationText split_expectation(const std::string& expression, const std::string& expansion);

}  // namespace conformance
