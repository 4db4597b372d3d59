#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/requirement.hpp"
#include "model/row_catalogue.hpp"

namespace conformance {

/// The requirements of all documents, compiled into the program.
const RequirementCatalogue& requirement_catalogue();

/// Every row of the suite, compiled into the program from rows.txt; and that text.
const RowCatalogue& row_catalogue();
std::string_view row_catalogue_text() noexcept;

/// SHA-256 over the requirements' JSON texts, for reports.
std::string requirement_catalogue_sha256();

/// The ids of not_yet_covered.json: requirements that have no case yet.
std::vector<std::string> requirements_not_yet_covered();

}  // namespace conformance
