#pragma once

#include <string>
#include <vector>

#include "tool/history.hpp"

namespace conformance {

/// Equal histories of rows of one case, or of one requirement: the fewest patterns that match, and
/// the number of rows.
struct FoldedHistory {
    std::vector<std::string> patterns;
    std::size_t rows = 0;
    const History* history = nullptr;
};

/// The changed histories of rows; those that changed in the same way together.
std::vector<FoldedHistory> folded_changes(const HistoryLine& line);

/// "161 of 168 requirements and 2210 of 2224 rows never changed", and how many are new or gone.
std::string summary_of(const HistoryLine& line);

/// "fail: 0 until 10.0.22631.3447 (2026-03-12), pass: SOCKET_ERROR/WSAEFAULT (10014) from
/// 10.0.22631.3593 (2026-04-10)", and "unstable on 10.0.22631.3593: fail: 0 in 37 of 40 reports
/// (92 %), pass in 3 of 40 reports (7 %)".
std::string describe(const History& history, const HistoryLine& line);

/// All changes as text for a terminal, and the number of unchanged rows.
std::string history_text(const std::vector<HistoryLine>& lines);
std::string history_markdown(const std::vector<HistoryLine>& lines);
/// As JSON for reports/schema/history.schema.json.
std::string history_json(const std::vector<HistoryLine>& lines);
/// As a page: time across, one line for each changed row or requirement.
std::string history_page(const std::vector<HistoryLine>& lines);

}  // namespace conformance
