#include "walk/mismatch.hpp"

#include <array>

namespace conformance {

namespace {

std::string calls_earlier(std::size_t count) {
    static constexpr std::array words{"",     "one", "two",   "three", "four",
                                      "five", "six", "seven", "eight", "nine"};
    const auto number = count < words.size() ? words[count] : std::to_string(count);
    return number + (count == 1 ? " call earlier" : " calls earlier");
}

/// Where the expected value comes from.
std::string origin(const Mismatch& mismatch) {
    const auto& expected = mismatch.expected;
    const auto value = to_text(mismatch.setting, expected.value.value_or(0));
    const auto by = std::string(expected.by);
    if (expected.step == mismatch.step + 1) {
        return "it should be " + value;
    }
    const auto when = calls_earlier(mismatch.step + 1 - expected.step);
    const bool was_set = expected.by.starts_with("TCP_") || expected.by.starts_with("SO_KEEP") ||
                         expected.by.starts_with("SIO_");
    return was_set ? "it was set to " + value + " (" + by + ") " + when
                   : "it was " + value + " after " + by + " " + when;
}

}  // namespace

std::string to_text(const Mismatch& mismatch) {
    const auto& step = mismatch.call;
    const auto after = "after " + to_text(step) + ", ";
    const auto subject = to_text(mismatch.setting) + " of #" + std::to_string(mismatch.socket);
    switch (mismatch.kind) {
        case Mismatch::Kind::call: return to_text(step) + " answered " + mismatch.answer;
        case Mismatch::Kind::unreadable:
            return after + "reading " + subject + " answered " + mismatch.answer;
        case Mismatch::Kind::value: break;
    }
    return after + subject + " is " + to_text(mismatch.setting, mismatch.actual) + "; " +
           origin(mismatch);
}

}  // namespace conformance
