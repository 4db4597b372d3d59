#pragma once

#include <string>
#include <vector>

#include "model/requirement.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// What is wrong between requirements and cases, one line each; empty when all is well: a
/// requirement that has neither a case nor a reason nor a place among `not_yet_covered`, one that
/// has two of these, a name that does not exist, a case or row that stands twice, a case that
/// checks nothing, and a case whose requirements apply to different versions, so that a row could
/// apply by half.
std::vector<std::string> accounting_problems(const RequirementCatalogue& requirements,
                                             const std::vector<CaseInfo>& cases,
                                             const std::vector<std::string>& not_yet_covered);

}  // namespace conformance
