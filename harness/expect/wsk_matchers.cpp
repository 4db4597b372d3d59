#include "expect/wsk_matchers.hpp"

#include <algorithm>

namespace conformance {

namespace {

bool completed_once_with_its_status(const WskResult& call) {
    return call.completions == 1 && call.io_status == call.status();
}

}  // namespace

WskMatcher<WskResult> SucceedsInKernel() {
    return {"STATUS_SUCCESS", [](const WskResult& result) { return result.succeeded(); }};
}

WskMatcher<WskResult> IsRefused() {
    return {"a failure",
            [](const WskResult& result) { return !result.unfinished && result.status() < 0; }};
}

WskMatcher<WskOptionResult> StoresUlong(std::uint32_t value) {
    return {"STATUS_SUCCESS, stored " + std::to_string(value),
            [value](const WskOptionResult& result) {
                return result.call.succeeded() && result.value() == value;
            }};
}

WskMatcher<WskOptionResult> WritesNoMoreThanUlong() {
    return {"the bytes from 4 on untouched", [](const WskOptionResult& result) {
                return std::all_of(
                    result.bytes.begin() + sizeof(std::uint32_t), result.bytes.end(),
                    [](unsigned char byte) { return byte == WskOptionResult::beyond; });
            }};
}

WskMatcher<WskCompletion> UsesItsIrp() {
    return {"the IRP completed",
            [](const WskCompletion& completion) { return completion.call.completions != 0; }};
}

WskMatcher<WskCompletion> CompletesIrpWithSuccess() {
    return {"STATUS_SUCCESS, IRP completed once with it", [](const WskCompletion& completion) {
                return completion.call.succeeded() &&
                       completed_once_with_its_status(completion.call);
            }};
}

WskMatcher<WskCompletion> CompletesIrpWithItsFailure() {
    return {"a failure, IRP completed once with it", [](const WskCompletion& completion) {
                return IsRefused().match(completion.call) &&
                       completed_once_with_its_status(completion.call);
            }};
}

}  // namespace conformance
