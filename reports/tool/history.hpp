#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// What was observed in a row, or a requirement's verdict.
struct Observation {
    Verdict verdict = Verdict::pass;
    std::string text;

    auto operator<=>(const Observation&) const = default;
};

/// "pass", or what happened: "SOCKET_ERROR/WSAENOBUFS (10055)".
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

/// What a difference came with.
enum class HistoryCause { system, suite, both, neither };
std::string_view to_string(HistoryCause cause) noexcept;

/// `changed`: from some report on something else was observed. `returned`: and later what was
/// observed before. `unstable`: the same system gave one answer, another one, and the first again,
/// or the answer changed five times and more.
enum class HistoryKind { unchanged, changed, returned, unstable };
std::string_view to_string(HistoryKind kind) noexcept;

/// The history of one row, or requirement, in one line of reports.
struct History {
    std::vector<HistoryPart> parts;
    HistoryKind kind = HistoryKind::unchanged;
    /// Of each difference between two parts; empty for what is unstable.
    std::vector<HistoryCause> causes;
    /// The reports in which the row stands at all.
    std::size_t first = 0;
    std::size_t last = 0;
    /// How often each observation was made.
    std::map<Observation, std::size_t> counts;

    bool is_unchanged() const noexcept { return kind == HistoryKind::unchanged; }
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

    /// Whether the row is missing in the first reports, or in the last ones.
    bool is_new(const History& history) const noexcept { return history.first != 0; }
    bool is_gone(const History& history) const noexcept {
        return history.last + 1 != points.size();
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
/// numbers. Throws InputError for one that cannot be read.
std::vector<HistoryLine> read_history(const HistoryOptions& options);

}  // namespace conformance
