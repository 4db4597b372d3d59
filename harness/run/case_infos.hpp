#pragma once

#include <vector>

#include "cases/case.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// What the planner sees of all registered cases.
inline std::vector<CaseInfo> registered_case_infos() {
    std::vector<CaseInfo> infos;
    for (auto& of_case : registered_cases()) {
        infos.push_back(std::move(of_case.info));
    }
    return infos;
}

}  // namespace conformance
