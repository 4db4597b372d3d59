#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// Workflow commands that let GitHub Actions show the first rows that break the gate beside the
/// run; GitHub shows ten of a kind at most. Empty when the gate holds.
std::string github_annotations(const Report& report);

}  // namespace conformance
