#pragma once

#include <string>

#include "plan/case_info.hpp"

namespace conformance {

/// Rows with their cases and requirements, as text for people; and the text of
/// suites/requirements/rows.txt, from which programs without the cases know the rows.
std::string row_list(const std::vector<RowReference>& rows);

}  // namespace conformance
