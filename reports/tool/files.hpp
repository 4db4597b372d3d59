#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"

namespace conformance {

/// What stands for the standard input where a report is taken.
inline constexpr std::string_view standard_input = "-";

/// The bytes of that report, as read_report_file() has them. The standard input is read once, and
/// is the same whenever it is asked for. Throws InputError.
std::string read_input(const std::string& path);

/// The report in that file. Throws InputError.
Report load_report(const std::string& path);

/// A report, judged again where baselines are given. They live as long as what is known.
struct LoadedReport {
    Report report;
    std::vector<Baseline> baselines;
    std::optional<KnownDeviations> known;

    const KnownDeviations* known_or_null() const { return known ? &*known : nullptr; }
};

/// The report in that file, judged by the baselines that are for its platform, if paths of any are
/// given. Throws InputError, and NothingMatched as load_checked_baselines().
std::unique_ptr<LoadedReport> load_judged(const std::string& path,
                                          const std::vector<std::string>& baselines);

/// The baselines of those files and folders. Throws InputError.
std::vector<Baseline> load_baselines_of(const std::vector<std::string>& paths);

/// The same, whose every entry fits a row that today's suite or one
/// of `reports` has. Throws NothingMatched for an entry that fits none.
std::vector<Baseline> load_checked_baselines(const std::vector<std::string>& paths,
                                             const std::vector<const Report*>& reports);

/// The names of today's rows and of those of that report.
RowNames row_names(const std::vector<const Report*>& reports);

/// Writes the text to the file as a whole, or to the standard output without one.
void write_output(const std::string& path, const std::string& text);

/// The report as JSON, as `run` writes it.
std::string report_text(const Report& report);

}  // namespace conformance
