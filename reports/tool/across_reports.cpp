#include "tool/across_reports.hpp"

#include <algorithm>
#include <set>

namespace conformance {

void AcrossReports::add(const MatrixColumn& column) {
    std::set<std::string> of_column;
    for (const auto& row : column.rows) {
        const bool checks_it =
            std::ranges::find(row.requirements, requirement) != row.requirements.end();
        if (checks_it && row.verdict == Verdict::recorded) {
            of_column.insert(row.observed);
        }
    }
    for (const auto& answer : of_column) {
        ++answers_[answer];
    }
}

std::string AcrossReports::decision() const {
    std::string all;
    std::size_t reports = 0;
    for (const auto& [answer, count] : answers_) {
        all += (all.empty() ? "" : ", ") + answer + " (" + std::to_string(count) +
               (count == 1 ? " report)" : " reports)");
        reports += count;
    }
    if (reports < 2) {
        return "not decided: fewer than two reports recorded it";
    }
    return (answers_.size() == 1 ? "the same in all: " : "varies: ") + all;
}

}  // namespace conformance
