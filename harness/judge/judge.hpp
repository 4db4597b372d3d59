#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "judge/baseline.hpp"
#include "model/report.hpp"
#include "model/requirement.hpp"

namespace conformance {

/// The baseline entries for the platform of one environment.
class KnownDeviations {
public:
    /// Selects the baselines for that environment, in their order. They have to outlive this
    /// object.
    KnownDeviations(const std::vector<Baseline>& baselines, const Environment& environment);

    /// The entry for the row, or null; the last baseline wins.
    const BaselineEntry* find(std::string_view row) const;

    /// The file names of the baselines.
    const std::vector<std::string>& files() const noexcept { return files_; }

    /// Whether one of them was measured on that platform and is not only predicted.
    bool is_measured() const noexcept { return is_measured_; }

private:
    struct Known {
        RowPattern pattern;
        const BaselineEntry* entry;
    };
    std::vector<std::string> files_;
    bool is_measured_ = false;
    std::map<std::string, std::vector<Known>, std::less<>> by_case_;
};

/// Judges a report again: the applicability of each row and its requirements by today's catalogues,
/// and the verdicts of requirements by their rows. A row or requirement that today's suite does not
/// have stays as the report has it.
void rejudge(Report& report, const RequirementCatalogue& requirements, const RowCatalogue& rows);

/// The row's standing against the known entries; nothing for a row that shows nothing about the
/// platform.
std::optional<Standing> standing_of(const RowResult& row, const KnownDeviations& known);

/// Gives each row its standing and the report its judgement. A row has no standing when it does not
/// apply, could not be observed or measured, or demands no outcome and no entry records one.
void judge(Report& report, const KnownDeviations& known, bool strict);

/// The most important standing among a requirement's rows: regression, changed, new, improvement,
/// known-deviation, as-documented; nothing when no row has one.
std::optional<Standing> worst(const std::vector<std::optional<Standing>>& standings) noexcept;

/// The entries of the platform after that report: those whose rows it does not have, those that
/// still hold, and new ones for its other deviations, without a reason yet. An entry whose
/// deviation is gone is removed; one whose outcome changed keeps its reason. Sorted by rows.
Baseline updated(const Baseline& baseline, const Report& report, const RowNames& names);

}  // namespace conformance
