#pragma once

#include <string>
#include <vector>

#include "judge/baseline.hpp"
#include "model/report.hpp"
#include "run/command_line.hpp"

namespace conformance {

/// Throws InputError unless every file that is to be written has a folder to be in. Better to hear
/// it now than after the run.
void check_outputs(const RunOptions& options, const std::string& report);

/// The baselines that were asked for; none where --update is to make the first. Throws InputError,
/// and NothingMatched for an entry that fits no row of this suite.
std::vector<Baseline> checked_baselines(const RunOptions& options);

/// Says what ran: judged against what is known of the platform, or row by row without a baseline.
/// With
/// --update what the run shows is adopted before; false when it could not be, which is then said.
bool judge_and_report(Report& report, std::vector<Baseline> baselines, const RunOptions& options);

/// Writes a file, if there is a name. False when it could not be written, which is then said.
bool write_file(const std::string& name, const std::string& text);

/// Writes the report in the other forms that were asked for, and tells GitHub Actions where it
/// runs. False when one could not be written.
bool write_other_forms(const Report& report, const RunOptions& options);

}  // namespace conformance
