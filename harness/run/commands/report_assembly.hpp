#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"
#include "plan/plan.hpp"

namespace conformance {

/// What this program is: version, commit, requirements, compiler.
Suite this_suite();

/// A new run that starts now, with an id of its own.
Run new_run(std::vector<std::string> command_line, std::uint64_t seed);

/// The report of a plan as far as it is resolved. The run is complete when every row has a verdict.
Report assemble_report(Run run, const Plan& plan, const RequirementCatalogue& requirements,
                       Environment environment, std::vector<Capability> capabilities);

}  // namespace conformance
