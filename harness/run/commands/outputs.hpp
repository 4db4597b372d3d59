#pragma once

#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "model/report.hpp"
#include "commands/command_line.hpp"

namespace conformance {

/// Throws InputError unless the folder of every output file exists. It is called before the run, so
/// that the run is not lost.
void check_outputs(const RunOptions& options, const std::string& report);

/// The baselines of the options; none when --update creates the first. Throws InputError, and
/// NothingMatched for an entry that matches no row of this suite.
std::vector<Baseline> checked_baselines(const RunOptions& options);

/// With --update: writes the run's deviations into the baseline of its platform, and reads the
/// baselines again. False when that fails; the error is printed.
bool adopt_if_asked(const Report& report, std::vector<Baseline>& baselines,
                    const RunOptions& options);

/// Prints the result, and how to adopt a first run. `known` is null without a baseline;
/// `report_path` is empty without a report.
void show_run(const Report& report, const KnownDeviations* known, const RunOptions& options,
              const std::string& report_path);

/// Writes the report in the other requested forms, and annotations in GitHub Actions. False when
/// one could not be written.
bool write_other_forms(const Report& report, const KnownDeviations* known,
                       const RunOptions& options);

}  // namespace conformance
