#include "judge/observation.hpp"

namespace conformance {

namespace {

std::string of_failed_checks(const RowResult& row, std::string Check::*part) {
    std::string text;
    for (const auto& check : row.checks) {
        if (!check.passed) {
            text += (text.empty() ? "" : "; ") + check.*part;
        }
    }
    return text;
}

}  // namespace

std::string observed(const RowResult& row) {
    if (row.verdict == Verdict::pass) {
        return {};
    }
    if (row.verdict == Verdict::recorded) {
        std::string text;
        for (const auto& check : row.checks) {
            text += check.recorded ? (text.empty() ? "" : "; ") + check.actual : "";
        }
        return text;
    }
    return row.verdict == Verdict::fail ? of_failed_checks(row, &Check::actual) : row.reason;
}

std::string expected(const RowResult& row) {
    return of_failed_checks(row, &Check::expected);
}

}  // namespace conformance
