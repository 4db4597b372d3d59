#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include <catch2/matchers/catch_matchers_templated.hpp>
#include <catch2/catch_tostring.hpp>

#include "expect/expectation.hpp"
#include "wsk/wsk_result.hpp"

namespace conformance {

/// A condition on the outcome of a Winsock Kernel call, and its description.
template <typename Result>
class WskMatcher : public Catch::Matchers::MatcherGenericBase {
public:
    WskMatcher(std::string expected, std::function<bool(const Result&)> condition)
        : expected_(std::move(expected)), condition_(std::move(condition)) {}

    bool match(const Result& result) const { return condition_(result); }
    std::string describe() const override { return std::string(expectation_mark) + expected_; }

private:
    std::string expected_;
    std::function<bool(const Result&)> condition_;
};

/// The call ended with a success status.
WskMatcher<WskResult> SucceedsInKernel();
/// The call ended with a failure status.
WskMatcher<WskResult> IsRefused();
/// The call succeeded and wrote exactly this ULONG.
WskMatcher<WskOptionResult> StoresUlong(std::uint32_t value);
/// The call wrote nothing past a ULONG, whatever it returned.
WskMatcher<WskOptionResult> WritesNoMoreThanUlong();
/// The call completed its IRP, with any status.
WskMatcher<WskCompletion> UsesItsIrp();
/// The call succeeded and completed its IRP once with that status.
WskMatcher<WskCompletion> CompletesIrpWithSuccess();
/// The call failed and completed its IRP once with the same status.
WskMatcher<WskCompletion> CompletesIrpWithItsFailure();

}  // namespace conformance

template <>
struct Catch::StringMaker<conformance::WskResult> {
    static std::string convert(const conformance::WskResult& result) {
        return conformance::describe(result);
    }
};
template <>
struct Catch::StringMaker<conformance::WskOptionResult> {
    static std::string convert(const conformance::WskOptionResult& result) {
        return conformance::describe(result);
    }
};
template <>
struct Catch::StringMaker<conformance::WskCompletion> {
    static std::string convert(const conformance::WskCompletion& completion) {
        return conformance::describe(completion);
    }
};
