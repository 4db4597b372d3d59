#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// The command that runs these rows of a report again, as a shell or a Windows prompt takes it:
/// `winsock-conformance run "so-keepalive/set/x[optlen=3]"`. Of several rows of one case it names
/// the values that they share; of rows of several cases, the requirement that they share, or what
/// their cases' paths begin with. What the report's own command line tested instead of the system's
/// Winsock is named again. Empty where a shell would take a text of the report for something else.
std::string rerun_command(const Report& report, const std::vector<const RowResult*>& rows);

}  // namespace conformance
