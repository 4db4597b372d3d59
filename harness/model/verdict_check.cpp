#include "model/verdict_check.hpp"

#include <algorithm>

namespace conformance {

std::string verdict_contradiction(const RowResult& result) {
    const bool failed = result.failed_check() != nullptr;
    switch (result.verdict) {
        case Verdict::pass:
            if (failed) {
                return "the verdict is pass, and a check failed";
            }
            return result.checks.empty() ? "the verdict is pass, and nothing was checked" : "";
        case Verdict::fail: return failed ? "" : "the verdict is fail, and no check failed";
        case Verdict::recorded:
            if (failed) {
                return "the verdict is recorded, and a check failed";
            }
            return std::ranges::none_of(result.checks, &Check::recorded)
                       ? "the verdict is recorded, and nothing was"
                       : "";
        default:
            if (failed && result.verdict != Verdict::crash && result.verdict != Verdict::timeout &&
                result.verdict != Verdict::not_run) {
                return "the verdict is " + std::string(to_string(result.verdict)) +
                       ", and a check failed";
            }
            return result.reason.empty()
                       ? "the verdict is " + std::string(to_string(result.verdict)) +
                             ", and there is no reason"
                       : "";
    }
}

}  // namespace conformance
