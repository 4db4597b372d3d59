#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace conformance {

/// The command that runs these rows of a report again, for a shell or a Windows prompt:
/// `winsock-conformance run "so-keepalive/set/x[optlen=3]"`. For several rows of one case it names
/// the values that they share; for rows of several cases, the requirement that they share, or the
/// common beginning of their cases' paths. It repeats the provider of the report's own command
/// line. Empty when a shell would interpret a text of the report.
std::string rerun_command(const Report& report, const std::vector<const RowResult*>& rows);

}  // namespace conformance
