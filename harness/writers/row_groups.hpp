#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// Rows that belong together for a person: rows of one case with the same result, or rows of any
/// case that observed nothing for one reason.
struct RowGroup {
    /// In the report's order; never empty.
    std::vector<const RowResult*> rows;
    bool breaks_gate = false;
    /// The baseline entry of the first row, or null.
    const BaselineEntry* entry = nullptr;
    /// Whether baselines are available.
    bool has_baseline = false;
    /// All rows of the first row's case.
    std::shared_ptr<const std::vector<const RowResult*>> of_case{};

    const RowResult& first() const noexcept { return *rows.front(); }
    /// "fail", or with a baseline "fail, regression".
    std::string what() const;
    /// The rows in at most two patterns such as `case[family=*,optlen=3]`, or their case and
    /// number, or their number and the number of cases.
    std::string label() const;
};

/// The groups of the report's rows that `wanted` accepts, the worst first: by verdict, then by
/// standing, then by number of rows. `known` may be null.
std::vector<RowGroup> row_groups(const Report& report, const KnownDeviations* known,
                                 const std::function<bool(const RowResult&)>& wanted);

/// The report's rows: first those that break the gate, worst first, then the others in order.
std::vector<const RowResult*> rows_worst_first(const Report& report);

/// "fail: SOCKET_ERROR/WSAEINVAL (10022), or pass (reason)": the outcomes of a baseline entry.
std::string recorded_text(const BaselineEntry& entry);

/// The result of a row: "fail: 0", "crash: access violation ...", "pass".
std::string observed_text(const RowResult& row);

}  // namespace conformance
