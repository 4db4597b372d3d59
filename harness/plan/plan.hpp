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

/// The choice of rows, and their order.
struct PlanOptions {
    std::vector<std::string> selectors;
    /// The selectors of rows to leave out.
    std::vector<std::string> excluded;
    std::uint64_t seed = 0;
    std::uint32_t repeat = 1;
    /// The number of walks, with seeds from `seed`; 0 for the listed ones.
    std::uint32_t walks = 0;
    /// Used instead of selectors and repetitions: the first variant is repetition 1, and so on.
    std::vector<Variant> variants{};
};

/// One row to be resolved, once.
struct PlannedRow {
    RowReference row;
    std::uint32_t repetition = 1;
    /// The row does not run: `result` has its verdict.
    bool resolved = false;
    /// Before the row runs: its names, parameters and requirements.
    RowResult result;
};

/// Rows that one worker runs in order.
using Shard = std::vector<std::size_t>;

class Plan {
public:
    /// Plans the selected rows for a machine with that version. Rows that are left out by choice
    /// are included, as resolved. Throws the exceptions of select_rows.
    Plan(const PlanOptions& options, const std::vector<CaseInfo>& cases,
         const RequirementCatalogue& requirements, const NtVersion& version);

    /// All rows, in the order of the report.
    const std::vector<PlannedRow>& rows() const noexcept { return rows_; }
    std::vector<PlannedRow>& rows() noexcept { return rows_; }

    /// The indices of the rows to run, shuffled by the seed: the same seed gives the same order
    /// with every compiler.
    std::vector<std::size_t> run_order() const;

    /// The rows to run as shards for workers: each row that waits or needs its own process alone,
    /// the others in `jobs` shards; what takes longest comes first. The rows of a variant stay
    /// together.
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
