#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// What was observed in a row, or a requirement's verdict. Of a row that passes: what the checks
/// got that allow more than one answer, and what its first check got where only one is right.
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

/// Consecutive reports that observed the same. Reports between them that did not observe the row
/// at all are passed over.
struct HistoryPart {
    Observation observation;
    std::size_t first = 0;
    std::size_t last = 0;
    /// How many reports observed it.
    std::size_t count = 0;
};

/// Consecutive reports of one system and one suite that gave an answer, another one, and the first
/// again: flicker. The history takes the answer that most of them gave.
struct Instability {
    std::size_t first = 0;
    std::size_t last = 0;
    std::map<Observation, std::size_t> counts;
};

/// What a difference came with.
enum class HistoryCause { system, suite, both, neither };
std::string_view to_string(HistoryCause cause) noexcept;

/// `changed`: from some report on something else was observed. `returned`: and later what was
/// observed before.
enum class HistoryKind { unchanged, changed, returned };
std::string_view to_string(HistoryKind kind) noexcept;

/// The history of one row, or requirement, in one line of reports.
struct History {
    std::vector<HistoryPart> parts;
    HistoryKind kind = HistoryKind::unchanged;
    /// Of each difference between two parts.
    std::vector<HistoryCause> causes;
    std::vector<Instability> unstable;
    /// The reports in which the row stands at all.
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
    /// Rows of which the newest report says worse than the one before it.
    std::vector<std::string> worse;

    /// Whether the row came with a later suite, or went with one.
    bool is_new(const History& history) const noexcept {
        return history.first != 0 && points[history.first].suite != points.front().suite;
    }
    bool is_gone(const History& history) const noexcept {
        return history.last + 1 != points.size() &&
               points[history.last].suite != points.back().suite;
    }
};

/// What to look at.
struct HistoryOptions {
    std::vector<std::string> reports;
    std::vector<std::string> selectors;
    /// The first and last day, "2026-04-10"; empty for no limit.
    std::string since;
    std::string until;
};

/// The lines of those reports, by name. Reads report by report: of each no more is kept than
/// numbers. A run that is there twice counts once. Throws InputError for a report that cannot be
/// read, and for a selector that selects nothing in any of them.
std::vector<HistoryLine> read_history(const HistoryOptions& options);

}  // namespace conformance
