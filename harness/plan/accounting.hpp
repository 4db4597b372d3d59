#pragma once

#include <string>
#include <vector>

#include "model/requirement.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// The inconsistencies between requirements and cases, one line each: a requirement without a case,
/// a reason or a place in `not_yet_covered`, or with two of these; an unknown name; a case or row
/// that occurs twice; a case that checks nothing; and a case whose requirements apply to different
/// versions, so that a row could apply in part.
std::vector<std::string> accounting_problems(const RequirementCatalogue& requirements,
                                             const std::vector<CaseInfo>& cases,
                                             const std::vector<std::string>& not_yet_covered);

}  // namespace conformance
