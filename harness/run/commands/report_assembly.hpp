#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"
#include "plan/plan.hpp"

namespace conformance {

/// The identity of this program: version, commit, requirements, compiler.
Suite this_suite();

/// A new run that starts now, with its own id.
Run new_run(std::vector<std::string> command_line, std::uint64_t seed);

/// The report of a plan. The run is complete when every row has a verdict.
Report assemble_report(Run run, const Plan& plan, const RequirementCatalogue& requirements,
                       Environment environment, std::vector<Capability> capabilities);

}  // namespace conformance
