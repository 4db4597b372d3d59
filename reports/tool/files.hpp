#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// The argument that stands for the standard input.
inline constexpr std::string_view standard_input = "-";

/// The content of that report, as read_report_file() returns it. The standard input is read once
/// and kept. Throws InputError.
std::string read_input(const std::string& path);

/// The report in that file. Throws InputError.
Report load_report(const std::string& path);

/// A report, judged again when baselines are given, with the baselines that its judgement refers
/// to.
struct LoadedReport {
    Report report;
    std::vector<Baseline> baselines;
    std::optional<KnownDeviations> known;

    const KnownDeviations* known_or_null() const { return known ? &*known : nullptr; }
};

/// The report in that file, judged by the baselines for its platform, if paths of any are given.
/// Throws InputError, and NothingMatched like load_checked_baselines().
std::unique_ptr<LoadedReport> load_judged(const std::string& path,
                                          const std::vector<std::string>& baselines);

/// The baselines in those files and folders. Throws InputError.
std::vector<Baseline> load_baselines_of(const std::vector<std::string>& paths);

/// The same; every entry has to match a row of today's suite or of `reports`. Throws NothingMatched
/// for an entry that does not.
std::vector<Baseline> load_checked_baselines(const std::vector<std::string>& paths,
                                             const std::vector<const Report*>& reports);

/// The names of today's rows and of the rows of that report.
RowNames row_names(const std::vector<const Report*>& reports);

/// Writes the text to the file completely or not at all; to the standard output without a file.
void write_output(const std::string& path, const std::string& text);

/// The report as JSON, in the form that `run` writes.
std::string report_text(const Report& report);

}  // namespace conformance
