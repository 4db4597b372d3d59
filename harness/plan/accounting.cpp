#include "plan/accounting.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace conformance {

namespace {

void check_cases(const RequirementCatalogue& requirements, const std::vector<CaseInfo>& cases,
                 std::vector<std::string>& problems) {
    std::set<std::string> names;
    for (const auto& of_case : cases) {
        if (!names.insert(of_case.name).second) {
            problems.push_back(of_case.name + ": the case stands twice");
        }
        if (of_case.requirements.empty()) {
            problems.push_back(of_case.name + ": the case checks no requirement");
        }
        std::vector<VersionRange> ranges;
        for (const auto& id : of_case.requirements) {
            if (const auto* requirement = requirements.find(id)) {
                ranges.push_back(requirement->versions);
            } else {
                problems.push_back(of_case.name + ": there is no requirement " + id);
            }
        }
        if (std::ranges::adjacent_find(ranges, std::not_equal_to{}) != ranges.end()) {
            problems.push_back(of_case.name + ": its requirements apply to different versions");
        }
        if (of_case.rows.empty()) {
            problems.push_back(of_case.name + ": the case has no row");
        }
        std::set<std::string> rows;
        for (const auto& row : of_case.rows) {
            if (!rows.insert(row.name).second) {
                problems.push_back(row.name + ": the row stands twice");
            }
        }
    }
}

}  // namespace

std::vector<std::string> accounting_problems(const RequirementCatalogue& requirements,
                                             const std::vector<CaseInfo>& cases,
                                             const std::vector<std::string>& not_yet_covered) {
    std::vector<std::string> problems;
    check_cases(requirements, cases, problems);
    std::map<std::string, std::size_t> cases_of;
    for (const auto& of_case : cases) {
        for (const auto& id : of_case.requirements) {
            ++cases_of[id];
        }
    }
    for (const auto& requirement : requirements.requirements()) {
        const bool has_case = cases_of.contains(requirement.id);
        const bool has_reason = !requirement.not_exercisable.empty();
        const bool listed =
            std::ranges::find(not_yet_covered, requirement.id) != not_yet_covered.end();
        for (const auto& included : requirement.includes) {
            if (requirements.find(included) == nullptr) {
                problems.push_back(requirement.id + ": includes no requirement " + included);
            }
        }
        if (!has_case && !has_reason && !listed) {
            problems.push_back(requirement.id + ": has no case and no reason");
        }
        if (has_case && has_reason) {
            problems.push_back(requirement.id + ": has a case, and a reason why it can have none");
        }
        if (listed && (has_case || has_reason)) {
            problems.push_back(requirement.id + ": is covered; take it off the list");
        }
    }
    for (const auto& id : not_yet_covered) {
        if (requirements.find(id) == nullptr) {
            problems.push_back(id + ": the list names no requirement");
        }
    }
    return problems;
}

}  // namespace conformance
