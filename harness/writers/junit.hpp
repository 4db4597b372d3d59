#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// The report as JUnit XML, as GitLab, Azure DevOps and Jenkins read it: a suite for each case, a
/// test for each row. A row that breaks the gate is a failure, or an error when it crashed, hung or
/// never ran; one that could not be looked at or does not apply is skipped, with the reason; a
/// known deviation passes, and says so.
std::string junit(const Report& report);

}  // namespace conformance
