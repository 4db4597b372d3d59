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

/// What is known of the platform of one environment.
class KnownDeviations {
public:
    /// Out of those baselines, in their order, the ones that are for that environment. They have to
    /// outlive this.
    KnownDeviations(const std::vector<Baseline>& baselines, const Environment& environment);

    /// The entry of the row, or null; of several baselines, the last one's.
    const BaselineEntry* find(std::string_view row) const;

    /// The names of their files.
    const std::vector<std::string>& files() const noexcept { return files_; }

    /// Whether one of them was measured on that platform, and not just predicted.
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

/// Judges again what a report observed: each row's applicability and its requirements by today's
/// catalogues, the requirements' verdicts by their rows. A row that today's suite does not have, or
/// a requirement, keeps what the report says of it.
void rejudge(Report& report, const RequirementCatalogue& requirements, const RowCatalogue& rows);

/// The row's standing against what is known; nothing for a row that says nothing of the platform.
std::optional<Standing> standing_of(const RowResult& row, const KnownDeviations& known);

/// Gives each row its standing against what is known, and the report its judgement. A row that says
/// nothing of the platform has no standing: it does not apply, could not be observed or measured,
/// or nothing is demanded of it.
void judge(Report& report, const KnownDeviations& known, bool strict);

/// The most important of a requirement's rows' standings: regression, changed, new, improvement,
/// known-deviation, as-documented; nothing when no row has one.
std::optional<Standing> worst(const std::vector<std::optional<Standing>>& standings) noexcept;

/// What is known of the platform after that report: the entries whose rows it does not have, or
/// that still hold, and new ones for its other deviations, whose reason somebody has to fill in. A
/// deviation that is gone is left out; one that changed keeps its reason. Sorted by rows.
Baseline updated(const Baseline& baseline, const Report& report, const RowNames& names);

}  // namespace conformance
