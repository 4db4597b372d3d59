#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/case_info.hpp"

namespace conformance {

/// What the planner sees of all registered cases, with the rows that only the selectors name: a
/// walk of any seed.
std::vector<CaseInfo> registered_case_infos(const std::vector<std::string>& selectors);

/// The same with `walks` walks, of seeds from `seed` on, in the place of the listed ones.
std::vector<CaseInfo> searching_case_infos(std::uint32_t walks, std::uint64_t seed);

}  // namespace conformance
