#include "expect/expectation.hpp"

namespace conformance {

ExpectationText split_expectation(const std::string& expression, const std::string& expansion) {
    const auto mark = expansion.find(expectation_mark);
    if (mark == expansion.npos) {
        return {expression, expansion, false};
    }
    auto actual = expansion.substr(0, mark);
    while (actual.ends_with(' ')) {
        actual.pop_back();
    }
    auto expected = expansion.substr(mark + expectation_mark.size());
    const bool recorded = expected.starts_with(recorded_mark);
    return {recorded ? expected.substr(recorded_mark.size()) : expected, actual, recorded};
}

std::string recorded_text(const std::string& matcher) {
    const auto expected =
        matcher.starts_with(expectation_mark) ? matcher.substr(expectation_mark.size()) : matcher;
    return std::string(expectation_mark) + std::string(recorded_mark) + expected;
}

}  // namespace conformance
