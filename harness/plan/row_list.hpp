#pragma once

#include <string>

#include "plan/case_info.hpp"

namespace conformance {

/// The rows with their cases and requirements, for a person; and the text of
/// suites/requirements/rows.txt, by which programs without the cases know them.
std::string row_list(const std::vector<RowReference>& rows);

}  // namespace conformance
