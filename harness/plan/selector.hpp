#pragma once

#include <string>
#include <vector>

#include "model/input_error.hpp"
#include "model/requirement.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// The rows that the selectors name, each once, in the order of `cases`; all rows without
/// selectors. A selector is the beginning of a case's path in whole segments (`so-keepalive/set`),
/// the id of a requirement, or `case[key=value,...]` for the rows of a case that have these values.
///
/// Throws InputError for a text that is no selector, an unknown requirement or an unknown key, and
/// NothingMatched for a selector that no row fits.
std::vector<RowReference> select_rows(const std::vector<std::string>& selectors,
                                      const std::vector<CaseInfo>& cases,
                                      const RequirementCatalogue& requirements);

}  // namespace conformance
