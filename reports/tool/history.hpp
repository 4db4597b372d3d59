#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// The observed outcome of a row, or the verdict of a requirement. For a row that passes: the
/// answers of checks that allow several, and the first check's answer when only one is right.
struct Observation {
    Verdict verdict = Verdict::pass;
    std::string text;

    auto operator<=>(const Observation&) const = default;
};

/// "fail: 0", "pass: SOCKET_ERROR/WSAEFAULT (10014)".
std::string describe(const Observation& observation);

/// One report in a history.
struct HistoryPoint {
    std::string file;
    std::string run;
    /// "2026-04-10T03:00:00Z".
    std::string started;
    /// The version of the system: "10.0.22631.3593", or Wine's.
    std::string system;
    /// Version and commit of the suite.
    std::string suite;

    /// "10.0.22631.3593 (2026-04-10)".
    std::string describe() const;
};

/// Consecutive reports with the same observation. Reports between them that did not observe the row
/// are skipped.
struct HistoryPart {
    Observation observation;
    std::size_t first = 0;
    std::size_t last = 0;
    /// The number of reports that observed it.
    std::size_t count = 0;
};

/// Consecutive reports of one system and one suite whose answer changed and changed back: flicker.
/// The history uses the most frequent answer.
struct Instability {
    std::size_t first = 0;
    std::size_t last = 0;
    std::map<Observation, std::size_t> counts;
};

/// The change that accompanies a difference.
enum class HistoryCause { system, suite, both, neither };
std::string_view to_string(HistoryCause cause) noexcept;

/// `changed`: from some report on, another outcome was observed. `returned`: and an earlier one
/// came back later.
enum class HistoryKind { unchanged, changed, returned };
std::string_view to_string(HistoryKind kind) noexcept;

/// The history of one row or requirement in one line of reports.
struct History {
    std::vector<HistoryPart> parts;
    HistoryKind kind = HistoryKind::unchanged;
    /// For each difference between two parts.
    std::vector<HistoryCause> causes;
    std::vector<Instability> unstable;
    /// The first and last report that have the row.
    std::size_t first = 0;
    std::size_t last = 0;

    bool is_unchanged() const noexcept {
        return kind == HistoryKind::unchanged && unstable.empty();
    }
};

/// Reports of one product, architecture and provider, in the order of the system's version and of
/// time.
struct HistoryLine {
    /// "Windows 11, x64".
    std::string name;
    std::vector<HistoryPoint> points;
    std::map<std::string, History> requirements;
    std::map<std::string, History> rows;
    /// Rows that are worse in the newest report than in the one before it.
    std::vector<std::string> worse;

    /// Whether the row came with a later suite, or disappeared with one.
    bool is_new(const History& history) const noexcept {
        return history.first != 0 && points[history.first].suite != points.front().suite;
    }
    bool is_gone(const History& history) const noexcept {
        return history.last + 1 != points.size() &&
               points[history.last].suite != points.back().suite;
    }
};

/// The choice of reports and rows.
struct HistoryOptions {
    std::vector<std::string> reports;
    std::vector<std::string> selectors;
    /// The first and last day, "2026-04-10"; empty for no limit.
    std::string since;
    std::string until;
};

/// The lines of those reports, by name. Reads one report after another and keeps only numbers of
/// each. A run that occurs twice counts once. Throws InputError for a report that cannot be read,
/// and for a selector that matches nothing in any of them.
std::vector<HistoryLine> read_history(const HistoryOptions& options);

}  // namespace conformance
