#pragma once

#include <string>

#include "model/report.hpp"

namespace conformance {

/// The report in the Common Test Report Format (ctrf.io), a test for each row, with the outcomes of
/// junit(). The row's verdict is rawStatus; requirements, parameters and standing are in extra.
std::string ctrf(const Report& report);

}  // namespace conformance
