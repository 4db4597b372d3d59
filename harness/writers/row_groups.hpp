#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// Rows that are one thing to a person: those of one case that came out alike, or all that were not
/// observed for one reason, of whatever case.
struct RowGroup {
    /// In the report's order; never empty.
    std::vector<const RowResult*> rows;
    bool breaks_gate = false;
    /// What the baselines know of the first row, or null.
    const BaselineEntry* entry = nullptr;
    /// Whether baselines are at hand.
    bool has_baseline = false;
    /// All rows of the first one's case.
    std::shared_ptr<const std::vector<const RowResult*>> of_case{};

    const RowResult& first() const noexcept { return *rows.front(); }
    /// "fail", or with a baseline "fail, regression".
    std::string what() const;
    /// The rows in at most two patterns such as `case[family=*,optlen=3]`, or their case with their
    /// number, or their number and that of their cases.
    std::string label() const;
};

/// The groups of the report's rows that `wanted` takes, the worst first: by verdict, then by
/// standing, then by number of rows. `known` may be null.
std::vector<RowGroup> row_groups(const Report& report, const KnownDeviations* known,
                                 const std::function<bool(const RowResult&)>& wanted);

/// The report's rows, those that break the gate first, and among them the worst; the others as they
/// stand.
std::vector<const RowResult*> rows_worst_first(const Report& report);

/// "fail: SOCKET_ERROR/WSAEINVAL (10022), or pass (reason)": what a baseline's entry has.
std::string recorded_text(const BaselineEntry& entry);

/// What happened in a row: "fail: 0", "crash: access violation ...", "pass".
std::string observed_text(const RowResult& row);

}  // namespace conformance
