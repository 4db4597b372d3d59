#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// What became of a row from an old report to a new one, the worst first.
enum class Change {
    worse,
    /// It could not be observed before, and is no worse for all that is known.
    now_measured,
    changed,
    better,
    /// Only the new report ran it.
    appeared,
    /// Only the old report ran it.
    vanished
};

/// All of them, in that order.
inline constexpr std::array all_changes{Change::worse,  Change::now_measured, Change::changed,
                                        Change::better, Change::appeared,     Change::vanished};

/// The name in reports, such as "now-measured".
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
    /// The first that the rows check.
    std::string requirement;
    /// As few row patterns as tell them from the case's other rows; none where one report alone has
    /// them.
    std::vector<std::string> patterns;
    std::vector<const RowDifference*> rows;
};

struct Diff {
    std::vector<FactDifference> facts;
    std::vector<RowDifference> rows;
    /// Those rows, by change, then in the order of the new report's requirements.
    std::vector<DifferenceGroup> groups;

    std::size_t count(Change change) const noexcept;
};

/// How bad a verdict is: a higher number is worse. Nothing for a row that was not run or measured,
/// which nobody knows.
std::optional<int> badness(Verdict verdict) noexcept;

/// Compares two reports, which have to outlive the result. A row is worse when its verdict comes
/// earlier among crash, timeout, fail, inconclusive, pass or not-applicable, or when it was not run
/// or measured any more; better when it comes later; now measured when it was not run, measured or
/// conclusive before and is now; changed when none of that applies. A row that a report left out by
/// choice is not in it. The number of a report's own Windows build inside a text is no difference.
Diff diff(const Report& before, const Report& after);

/// The calls of a row that the other one does not have at the same place, as evidence_lines.
std::vector<std::string> own_calls(const RowResult* row, const RowResult* other);

}  // namespace conformance
