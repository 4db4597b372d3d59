#pragma once

#include <string>
#include <vector>

#include "base/input_error.hpp"
#include "model/requirement.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// A row that selectors name, and why it is left out all the same; empty for one that is to run.
struct SelectedRow {
    RowReference row;
    std::string left_out;
};

/// The rows that the selectors name and `excluded` does not, each once, in the order of `cases`;
/// all rows without selectors. Rows that are left out are among them: those that `excluded` names,
/// and those of a case that runs only when it is named itself. A selector is the beginning of a
/// case's path in whole segments (`so-keepalive/set`), the id of a requirement, or
/// `case[key=value,...]` for the rows of a case that have these values.
///
/// Throws InputError, with what may have been meant, for a text that is no selector and for one
/// that no row fits: an unknown requirement, case, key or value, or values that no row has
/// together.
std::vector<SelectedRow> select_rows(const std::vector<std::string>& selectors,
                                     const std::vector<std::string>& excluded,
                                     const std::vector<CaseInfo>& cases,
                                     const RequirementCatalogue& requirements);

/// What stands between the brackets of a selector; nothing where it has none. Throws InputError for
/// what is no key=value.
std::vector<RowParameter> selected_values(const std::string& selector);

}  // namespace conformance
