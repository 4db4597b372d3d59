#pragma once

#include <string>
#include <vector>

#include "base/input_error.hpp"
#include "model/requirement.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// A selected row, and the reason why it is left out; empty for a row that runs.
struct SelectedRow {
    RowReference row;
    std::string left_out;
};

/// The rows that the selectors select and `excluded` does not, each once, in the order of `cases`;
/// all rows without selectors. Rows left out are included: those that `excluded` selects, and those
/// of a case that runs only when named. A selector is the beginning of a case's path in whole
/// segments (`so-keepalive/set`), the id of a requirement, or `case[key=value,...]` for the rows of
/// a case with these values.
std::vector<SelectedRow> select_rows(const std::vector<std::string>& selectors,
                                     const std::vector<std::string>& excluded,
                                     const std::vector<CaseInfo>& cases,
                                     const RequirementCatalogue& requirements);

/// The values between the brackets of a selector; nothing without brackets. Throws InputError for
/// text that is not key=value.
std::vector<RowParameter> selected_values(const std::string& selector);

}  // namespace conformance
