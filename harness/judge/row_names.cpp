#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/input_error.hpp"
#include "judge/baseline.hpp"

namespace conformance {

RowNames::RowNames(const RowCatalogue& catalogue) {
    for (const auto& [name, row] : catalogue.rows()) {
        add(name);
    }
}

void RowNames::add(const std::string& row) {
    by_case_[std::string(case_of(row))].insert(row);
}

const std::set<std::string>& RowNames::of(std::string_view case_name) const {
    static const std::set<std::string> none;
    const auto found = by_case_.find(case_name);
    return found == by_case_.end() ? none : found->second;
}

std::size_t RowNames::size() const noexcept {
    std::size_t total = 0;
    for (const auto& [name, rows] : by_case_) {
        total += rows.size();
    }
    return total;
}

void check_entries(const std::vector<Baseline>& baselines, const RowNames& rows) {
    for (const auto& baseline : baselines) {
        std::map<std::pair<EntryCondition, std::string_view>, const BaselineEntry*> taken;
        for (const auto& entry : baseline.entries) {
            const RowPattern pattern(entry.rows, baseline.file);
            bool any = false;
            for (const auto& row : rows.of(pattern.case_name())) {
                if (!pattern.matches(row)) {
                    continue;
                }
                any = true;
                const auto [place, fresh] =
                    taken.emplace(std::pair(entry.when, std::string_view(row)), &entry);
                if (!fresh) {
                    throw InputError(baseline.file + ": expected one entry for " + row + ", not " +
                                     place->second->rows + " and " + entry.rows);
                }
            }
            if (!any) {
                throw NothingMatched(baseline.file + ": no row is " + entry.rows);
            }
        }
    }
}

}  // namespace conformance
