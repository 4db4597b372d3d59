#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"
#include "commands/command_line.hpp"

namespace conformance {

/// Throws InputError unless every file that is to be written has a folder to be in. Better to hear
/// it now than after the run.
void check_outputs(const RunOptions& options, const std::string& report);

/// The baselines that were asked for; none where --update is to make the first. Throws InputError,
/// and NothingMatched for an entry that fits no row of this suite.
std::vector<Baseline> checked_baselines(const RunOptions& options);

/// With --update: writes what the run shows into the baseline of its platform, and reads the
/// baselines again. False when that could not be done, which is then said.
bool adopt_if_asked(const Report& report, std::vector<Baseline>& baselines,
                    const RunOptions& options);

/// Shows what ran, and how to adopt a first run. `known` is null without a baseline, `report_path`
/// empty without a report.
void show_run(const Report& report, const KnownDeviations* known, const RunOptions& options,
              const std::string& report_path);

/// Writes the report in the other forms that were asked for, and notifies GitHub Actions where it
/// runs. False when one could not be written.
bool write_other_forms(const Report& report, const KnownDeviations* known,
                       const RunOptions& options);

}  // namespace conformance
