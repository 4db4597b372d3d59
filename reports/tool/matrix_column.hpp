#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// A row as a matrix shows it.
struct MatrixRow {
    std::string row;
    /// Counts from 1.
    std::uint32_t repetition = 1;
    std::vector<std::string> requirements;
    Verdict verdict = Verdict::not_run;
    std::optional<Unobserved> unobserved;
    /// Whether it breaks the gate, as breaks_gate says.
    bool breaks = false;
    std::optional<Standing> standing;
    std::vector<std::string> calls;
    /// Of a row that did not pass.
    std::string expected;
    std::string observed;
    /// What a baseline has of it: its outcomes, why, from which source, and the address of a bug.
    /// Empty without an entry.
    std::string recorded;
    std::string reason;
    std::string source;
    std::string bug;
};

/// One report in a matrix: the platform's name, what is to be said of it, its rows.
struct MatrixColumn {
    /// The report's file, without its folder.
    std::string file;
    std::string platform;
    /// The run's id, by which a link names the column.
    std::string run;
    /// "10.0.22631.3447", as far as the report says it.
    std::string version;
    std::string build;
    std::string ubr;
    std::string architecture;
    /// The provider's file, where it is not the system's.
    std::string provider;
    /// For instance {"System", "Windows 10, ..."}.
    std::vector<std::pair<std::string, std::string>> facts;
    bool judged = false;
    bool gate_holds = false;
    std::vector<MatrixRow> rows;
};

/// What a matrix says where a requirement and a platform meet.
struct MatrixCell {
    RollUp of_rows;
    std::optional<Standing> standing;
    /// Whether one of its rows breaks the gate.
    bool breaks = false;
    /// What was recorded, with how many rows.
    std::map<std::string, std::size_t> recorded;
};

/// What was recorded in a cell, most frequent first, the rest as a number: "accepted (58),
/// refused: SOCKET_ERROR/WSAEINVAL (10022) (2)". Empty where nothing was.
std::string recorded_summary(const MatrixCell& cell);

/// The cells of a column, for those requirements; nothing where no row checks it.
std::vector<std::optional<MatrixCell>> cells_of(const MatrixColumn& column,
                                                const std::vector<std::string>& requirements);

/// Puts columns into the order of their platforms: by product (Windows by version, servers after
/// clients, then Wine by its own version and by the one it poses as), build, UBR, and time.
bool comes_before(const Report& one, const Report& other);

/// The column of a report's text. With baselines, if not null, the report is judged again.
MatrixColumn read_column(std::string_view text, const std::string& name,
                         const std::vector<Baseline>* baselines);

}  // namespace conformance
