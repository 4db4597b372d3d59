#include "commands/case_infos.hpp"

#include <algorithm>

#include "cases/case.hpp"
#include "plan/selector.hpp"

namespace conformance {

namespace {

std::vector<CaseInfo> infos_of(std::vector<RegisteredCase> cases) {
    std::vector<CaseInfo> infos;
    for (auto& of_case : cases) {
        infos.push_back(std::move(of_case.info));
    }
    return infos;
}

}  // namespace

std::vector<CaseInfo> registered_case_infos(const std::vector<std::string>& selectors) {
    auto cases = registered_cases();
    for (const auto& selector : selectors) {
        const auto of_case = std::ranges::find(cases, selector.substr(0, selector.find('[')),
                                               [](const RegisteredCase& c) { return c.info.name; });
        if (of_case != cases.end() && selector.ends_with(']')) {
            add_rows(*of_case, selected_values(selector));
        }
    }
    return infos_of(std::move(cases));
}

std::vector<CaseInfo> searching_case_infos(std::uint32_t walks, std::uint64_t seed) {
    auto infos = infos_of(registered_cases());
    const auto walk = std::ranges::find(infos, "walk", &CaseInfo::name);
    auto rows = std::move(walk->rows);
    walk->rows.clear();
    // As many of each family as of the others.
    const auto is_of_another_seed = [&](const RowInfo& row) {
        return row.parameters.back().value != rows.front().parameters.back().value;
    };
    std::erase_if(rows, is_of_another_seed);
    for (std::uint32_t i = 0; i < walks; ++i) {
        auto row = rows[i % rows.size()];
        row.parameters.back().value = to_text(seed + i / rows.size());
        row.name = row_name(walk->name, row.parameters);
        walk->rows.push_back(std::move(row));
    }
    return infos;
}

}  // namespace conformance
