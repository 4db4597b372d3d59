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
    return row.verdict == Verdict::fail ? of_failed_checks(row, &Check::actual) : row.reason;
}

std::string expected(const RowResult& row) {
    return of_failed_checks(row, &Check::expected);
}

}  // namespace conformance
