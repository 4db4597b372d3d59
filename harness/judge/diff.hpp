#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// What became of a row from an old report to a new one.
enum class Change { worse, better, changed, appeared, vanished };

std::string_view to_string(Change change) noexcept;

/// A fact of the environment in which the two reports differ: it may explain the rest.
struct FactDifference {
    std::string fact;
    std::string before;
    std::string after;
};

/// A row that is not the same in both. One of the two is null when it stands in one alone.
struct RowDifference {
    Change change = Change::changed;
    const RowResult* before = nullptr;
    const RowResult* after = nullptr;

    const RowResult& row() const noexcept { return after != nullptr ? *after : *before; }
};

/// Rows of one case that differ alike: the same change, the same observations, the same calls.
struct DifferenceGroup {
    Change change = Change::changed;
    /// As few row patterns as tell them from the case's other rows.
    std::vector<std::string> patterns;
    std::vector<const RowDifference*> rows;
};

/// The differences under one requirement; a row that checks several is under the first.
struct RequirementDifference {
    std::string requirement;
    std::vector<DifferenceGroup> groups;
};

struct Diff {
    std::vector<FactDifference> facts;
    std::vector<RowDifference> rows;
    /// Those rows, in the order of the new report's requirements.
    std::vector<RequirementDifference> requirements;

    std::size_t count(Change change) const noexcept;
};

/// How bad a verdict is: a higher number is worse. Nothing for a row that was not run or measured,
/// which nobody knows.
std::optional<int> badness(Verdict verdict) noexcept;

/// Compares two reports, which have to outlive the result. A row is worse when its verdict comes
/// earlier among crash, timeout, fail, inconclusive, pass or not-applicable, or when it was not run
/// any more; better when it comes later; changed when neither tells.
Diff diff(const Report& before, const Report& after);

/// The calls of a row that the other one does not have at the same place, as evidence_lines.
std::vector<std::string> own_calls(const RowResult* row, const RowResult* other);

}  // namespace conformance
