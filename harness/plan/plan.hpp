#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/nt_version.hpp"
#include "model/requirement.hpp"
#include "model/row_result.hpp"
#include "plan/case_info.hpp"
#include "plan/selector.hpp"
#include "plan/variants.hpp"

namespace conformance {

/// What decides which rows run, and in which order.
struct PlanOptions {
    std::vector<std::string> selectors;
    /// What to leave out of that.
    std::vector<std::string> excluded;
    std::uint64_t seed = 0;
    std::uint32_t repeat = 1;
    /// How many walks, whose seeds begin at `seed`; 0 for those that are listed.
    std::uint32_t walks = 0;
    /// In the place of selectors and repetitions: the first is repetition 1, and so on.
    std::vector<Variant> variants{};
};

/// One row to be resolved, once.
struct PlannedRow {
    RowReference row;
    std::uint32_t repetition = 1;
    /// Nothing has to run any more: `result` says what is known.
    bool resolved = false;
    /// As far as it is known before the row runs: its names, parameters and requirements.
    RowResult result;
};

/// Rows that one worker runs one after the other.
using Shard = std::vector<std::size_t>;

class Plan {
public:
    /// Plans the selected rows for a machine of that version. Those that are left out by choice are
    /// in the plan, too, resolved. Throws what select_rows throws.
    Plan(const PlanOptions& options, const std::vector<CaseInfo>& cases,
         const RequirementCatalogue& requirements, const NtVersion& version);

    /// All rows, in the order of the report.
    const std::vector<PlannedRow>& rows() const noexcept { return rows_; }
    std::vector<PlannedRow>& rows() noexcept { return rows_; }

    /// The indices of the rows still to be run, shuffled by the seed: the same seed gives the same
    /// order with every compiler.
    std::vector<std::size_t> run_order() const;

    /// The run order dealt to workers: each row that waits or needs a process of its own alone,
    /// longest waits first, then the others in `jobs` hands. The rows of a variant stay together.
    std::vector<Shard> shards(std::size_t jobs) const;

    const VariablesByRepetition& variables() const noexcept { return variables_; }

private:
    void add(const std::vector<SelectedRow>& selected, std::uint32_t repetition,
             const RequirementCatalogue& requirements, const NtVersion& version);
    std::vector<Shard> hands(const std::vector<std::size_t>& order, std::size_t jobs) const;
    void resolve(PlannedRow& row, const RequirementCatalogue& requirements,
                 const NtVersion& version);

    std::vector<PlannedRow> rows_;
    VariablesByRepetition variables_;
    std::uint64_t seed_;
};

}  // namespace conformance
