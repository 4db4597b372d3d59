#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/case_info.hpp"

namespace conformance {

/// The planner's data of all registered cases, including the rows that exist only in a selector: a
/// walk of any seed.
std::vector<CaseInfo> registered_case_infos(const std::vector<std::string>& selectors);

/// The same with `walks` walks, with seeds from `seed`, instead of the listed ones.
std::vector<CaseInfo> searching_case_infos(std::uint32_t walks, std::uint64_t seed);

}  // namespace conformance
