#include "plan/plan.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <utility>

namespace conformance {

/// How long a row that does not wait is taken to last, with what it costs to start its process.
static constexpr std::chrono::milliseconds of_other_row{10};

Plan::Plan(const PlanOptions& options, const std::vector<CaseInfo>& cases,
           const RequirementCatalogue& requirements, const NtVersion& version)
    : seed_(options.seed) {
    // Variants share most of their selectors, and each takes a look at every row.
    std::map<std::string, std::vector<SelectedRow>> by_selector;
    for (const auto& variant : options.variants) {
        const auto repetition = static_cast<std::uint32_t>(variables_.size() + 1);
        std::map<const RowInfo*, SelectedRow> selected;
        for (const auto& selector : variant.selectors) {
            auto& rows = by_selector[selector];
            if (rows.empty()) {
                rows = select_rows({selector}, options.excluded, cases, requirements);
            }
            for (const auto& row : rows) {
                // Another selector may name a row that this one leaves out.
                auto& kept = selected.try_emplace(row.row.row, row).first->second;
                if (row.left_out.empty()) {
                    kept = row;
                }
            }
        }
        std::vector<SelectedRow> rows;
        for (const auto& row : all_rows(cases)) {
            if (const auto found = selected.find(row.row); found != selected.end()) {
                rows.push_back(found->second);
            }
        }
        add(rows, repetition, requirements, version);
        variables_[repetition] = variant.environment;
    }
    if (options.variants.empty()) {
        const auto selected = select_rows(options.selectors, options.excluded, cases, requirements);
        for (std::uint32_t repetition = 1; repetition <= options.repeat; ++repetition) {
            add(selected, repetition, requirements, version);
        }
    }
}

void Plan::add(const std::vector<SelectedRow>& selected, std::uint32_t repetition,
               const RequirementCatalogue& requirements, const NtVersion& version) {
    for (const auto& [row, left_out] : selected) {
        PlannedRow planned{row, repetition, false, {}};
        planned.result.case_name = row.of_case->name;
        planned.result.row = row.row->name;
        planned.result.repetition = repetition;
        planned.result.parameters = row.row->parameters;
        planned.result.source = {row.of_case->file, row.of_case->line};
        planned.result.requirements = row.of_case->requirements;
        planned.result.reason = "the run ended before this row";
        if (left_out.empty()) {
            resolve(planned, requirements, version);
        } else {
            planned.resolved = true;
            planned.result.unobserved = Unobserved::choice;
            planned.result.reason = "left out by choice: " + left_out;
        }
        rows_.push_back(std::move(planned));
    }
}

void Plan::resolve(PlannedRow& row, const RequirementCatalogue& requirements,
                   const NtVersion& version) {
    const auto& info = *row.row.row;
    auto excluded =
        requirements.why_not_applicable(info.versions, row.row.of_case->requirements, version);
    if (!excluded.empty()) {
        row.resolved = true;
        row.result.verdict = Verdict::not_applicable;
        row.result.reason = std::move(excluded);
    } else if (!info.observable.contains(version)) {
        row.resolved = true;
        row.result.verdict = Verdict::inconclusive;
        row.result.unobserved = Unobserved::version;
        row.result.reason = why_not_observable(info.observable);
    }
}

std::vector<std::size_t> Plan::run_order() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (!rows_[i].resolved) {
            order.push_back(i);
        }
    }
    // Not std::shuffle: its use of the engine differs between standard libraries.
    std::mt19937_64 engine(seed_);
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[static_cast<std::size_t>(engine() % i)]);
    }
    return order;
}

std::vector<Shard> Plan::hands(const std::vector<std::size_t>& order, std::size_t jobs) const {
    std::vector<Shard> dealt(jobs);
    if (variables_.size() <= 1) {
        std::size_t next = 0;
        for (const auto index : order) {
            dealt[next++ % jobs].push_back(index);
        }
        return dealt;
    }
    std::map<std::uint32_t, Shard> by_variant;
    for (const auto index : order) {
        by_variant[rows_[index].repetition].push_back(index);
    }
    for (const auto& [repetition, rows] : by_variant) {
        auto& smallest =
            *std::ranges::min_element(dealt, {}, [](const Shard& shard) { return shard.size(); });
        smallest.insert(smallest.end(), rows.begin(), rows.end());
    }
    return dealt;
}

std::vector<Shard> Plan::shards(std::size_t jobs) const {
    std::vector<Shard> shards;
    std::vector<std::size_t> together;
    for (const auto index : run_order()) {
        const auto& of_case = *rows_[index].row.of_case;
        if (of_case.own_process || of_case.waits.count() > 0) {
            shards.push_back({index});
        } else {
            together.push_back(index);
        }
    }
    auto dealt = hands(together, jobs);
    std::erase_if(dealt, [](const Shard& shard) { return shard.empty(); });
    shards.insert(shards.end(), dealt.begin(), dealt.end());
    const auto takes = [&](const Shard& shard) {
        const auto waits = rows_[shard.front()].row.of_case->waits;
        return waits.count() > 0 ? waits : of_other_row * static_cast<std::int64_t>(shard.size());
    };
    std::ranges::stable_sort(shards, std::ranges::greater{}, takes);
    return shards;
}

}  // namespace conformance
