#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// The change of a row from an old report to a new one, the worst first.
enum class Change {
    worse,
    /// The row could not be observed before; whether it became worse is unknown.
    now_measured,
    changed,
    better,
    /// Only the new report ran it.
    appeared,
    /// Only the old report ran it.
    vanished
};

/// All changes, in that order.
inline constexpr std::array all_changes{Change::worse,  Change::now_measured, Change::changed,
                                        Change::better, Change::appeared,     Change::vanished};

/// The name in reports, such as "now-measured".
std::string_view to_string(Change change) noexcept;

/// A fact of the environment that differs between the reports and may explain other differences.
struct FactDifference {
    std::string fact;
    std::string before;
    std::string after;
};

/// A row that differs. One pointer is null when only one report has the row.
struct RowDifference {
    Change change = Change::changed;
    const RowResult* before = nullptr;
    const RowResult* after = nullptr;

    const RowResult& row() const noexcept { return after != nullptr ? *after : *before; }
};

/// Rows of one case with the same change, the same observations and the same calls.
struct DifferenceGroup {
    Change change = Change::changed;
    /// The first requirement that the rows check.
    std::string requirement;
    /// The fewest row patterns that separate them from the case's other rows; none when only one
    /// report has them.
    std::vector<std::string> patterns;
    std::vector<const RowDifference*> rows;
};

struct Diff {
    std::vector<FactDifference> facts;
    std::vector<RowDifference> rows;
    /// These rows, by change, then in the order of the new report's requirements.
    std::vector<DifferenceGroup> groups;

    std::size_t count(Change change) const noexcept;
};

/// How bad a verdict is: a higher number is worse. Nothing for a row that was not run or not
/// measured.
std::optional<int> badness(Verdict verdict) noexcept;

/// Compares two reports, which have to outlive the result. A row is worse when its verdict comes
/// earlier among crash, timeout, fail, inconclusive, pass or not-applicable, or when it is no
/// longer run or measured; better when its verdict comes later; now measured when it was not run,
/// measured or conclusive before and is now; changed otherwise. A row that a report left out by
/// choice is ignored. The number of the report's own Windows build in a text is not a difference.
Diff diff(const Report& before, const Report& after);

/// The calls of a row that the other row does not have in the same place, as evidence_lines.
std::vector<std::string> own_calls(const RowResult* row, const RowResult* other);

}  // namespace conformance
