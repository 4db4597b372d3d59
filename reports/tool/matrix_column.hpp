#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// A row in a matrix.
struct MatrixRow {
    std::string row;
    /// Counts from 1.
    std::uint32_t repetition = 1;
    std::vector<std::string> requirements;
    Verdict verdict = Verdict::not_run;
    std::optional<Unobserved> unobserved;
    /// Whether it breaks the gate, as breaks_gate returns.
    bool breaks = false;
    std::optional<Standing> standing;
    std::vector<std::string> calls;
    /// For a row that did not pass.
    std::string expected;
    std::string observed;
    /// Its baseline entry: outcomes, reason, source, and the address of a bug. Empty without an
    /// entry.
    std::string recorded;
    std::string reason;
    std::string source;
    std::string bug;
};

/// One report in a matrix: the platform's name, its facts, its rows.
struct MatrixColumn {
    /// The report's file name.
    std::string file;
    std::string platform;
    /// The run's id, by which a link names the column.
    std::string run;
    /// "10.0.22631.3447", as precise as the report has it.
    std::string version;
    std::string build;
    std::string ubr;
    std::string architecture;
    /// The file name of a provider other than the system's.
    std::string provider;
    /// For instance {"System", "Windows 10, ..."}.
    std::vector<std::pair<std::string, std::string>> facts;
    bool judged = false;
    bool gate_holds = false;
    std::vector<MatrixRow> rows;
};

/// The cell of a requirement and a platform.
struct MatrixCell {
    RollUp of_rows;
    std::optional<Standing> standing;
    /// Whether one of its rows breaks the gate.
    bool breaks = false;
    /// The recorded outcomes, each with the number of rows.
    std::map<std::string, std::size_t> recorded;
};

/// The recorded outcomes of a cell, most frequent first, the rest as a number: "accepted (58),
/// refused: SOCKET_ERROR/WSAEINVAL (10022) (2)". Empty when there are none.
std::string recorded_summary(const MatrixCell& cell);

/// The cells of a column for those requirements; nothing where no row checks one.
std::vector<std::optional<MatrixCell>> cells_of(const MatrixColumn& column,
                                                const std::vector<std::string>& requirements);

/// Sorts columns by platform: by product (Windows by version, servers after clients, then Wine by
/// its own version and its Windows version), build, UBR, and time.
bool comes_before(const Report& one, const Report& other);

/// The column for the text of a report. With baselines, if not null, the report is judged again.
MatrixColumn read_column(std::string_view text, const std::string& name,
                         const std::vector<Baseline>* baselines);

}  // namespace conformance
