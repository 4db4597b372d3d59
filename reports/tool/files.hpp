#pragma once

#include <string>
#include <vector>

#include "judge/baseline.hpp"
#include "model/report.hpp"

namespace conformance {

/// The report in that file. Throws InputError.
Report load_report(const std::string& path);

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
