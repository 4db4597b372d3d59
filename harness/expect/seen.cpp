#include "expect/seen.hpp"

#include "expect/matchers.hpp"

namespace conformance {

Seen acceptance(const CallResult& result) {
    if (Succeeds().match(result)) {
        return {"accepted"};
    }
    return {"refused: " + describe(result), Fails().match(result)};
}

Seen acceptance(const OptionResult& result) {
    auto seen = acceptance(result.call);
    if (Succeeds().match(result.call)) {
        seen.words += ": " + describe(result);
    }
    return seen;
}

std::string AnyOutcome::describe() const {
    return std::string(expectation_mark) + "any outcome";
}

}  // namespace conformance
