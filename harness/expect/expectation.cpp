#include "expect/expectation.hpp"

namespace conformance {

ExpectationText split_expectation(const std::string& expression, const std::string& expansion) {
    const auto mark = expansion.find(expectation_mark);
    if (mark == expansion.npos) {
        return {expression, expansion};
    }
    auto actual = expansion.substr(0, mark);
    while (actual.ends_with(' ')) {
        actual.pop_back();
    }
    return {expansion.substr(mark + expectation_mark.size()), actual};
}

}  // namespace conformance
