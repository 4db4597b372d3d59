#include "judge/judge.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "base/input_error.hpp"

namespace conformance {

namespace {

/// Whether the outcome is one of the entry's.
bool is_known(const RowResult& row, const BaselineEntry& entry) {
    return std::ranges::any_of(entry.outcomes(), [&](const KnownOutcome& outcome) {
        return outcome.verdict == row.verdict && outcome.observed == observed(row);
    });
}

/// Whether the row shows something about the platform. A row that was resolved before it ran, was
/// not measured, or demands no outcome does not.
bool says_something(const RowResult& row) {
    return !row.unobserved && row.verdict != Verdict::not_run &&
           row.verdict != Verdict::not_applicable && row.verdict != Verdict::recorded &&
           row.verdict != Verdict::not_measured;
}

std::optional<Standing> standing_by(const RowResult& row, const BaselineEntry* entry,
                                    bool is_measured) {
    if (row.verdict == Verdict::recorded) {
        if (entry == nullptr) {
            return std::nullopt;
        }
        return is_known(row, *entry) ? Standing::as_recorded : Standing::recorded_otherwise;
    }
    if (!says_something(row)) {
        return std::nullopt;
    }
    if (row.verdict == Verdict::pass) {
        return entry == nullptr || is_known(row, *entry) ? Standing::as_documented
                                                         : Standing::improvement;
    }
    if (entry == nullptr) {
        return is_measured ? Standing::regression : Standing::unknown;
    }
    return is_known(row, *entry) ? Standing::known_deviation : Standing::changed;
}

void rejudge_row(RowResult& row, const KnownRow& known, const RequirementCatalogue& requirements,
                 const NtVersion& version) {
    const auto may_be_about = [&](const std::string& id) {
        return std::ranges::find(known.requirements, id) != known.requirements.end() ||
               std::ranges::find(known.may_find, id) != known.may_find.end();
    };
    // A row that found its own requirement keeps it; for other rows today's suite decides.
    if (known.may_find.empty() || !std::ranges::all_of(row.requirements, may_be_about)) {
        row.requirements = known.requirements;
    }
    const auto reason = requirements.why_not_applicable(known.versions, row.requirements, version);
    if (!reason.empty()) {
        row.verdict = Verdict::not_applicable;
        row.reason = reason;
        // The row's check is about a claim that does not hold for this version.
        row.checks.clear();
        return;
    }
    if (!known.observable.contains(version)) {
        row.verdict = Verdict::inconclusive;
        row.reason = why_not_observable(known.observable);
        row.unobserved = Unobserved::version;
        row.checks.clear();
        return;
    }
    const bool was_excluded =
        row.verdict == Verdict::not_applicable && RequirementCatalogue::is_of_version(row.reason);
    if (was_excluded || row.unobserved == Unobserved::version) {
        // Resolved by another catalogue, and never run: nothing was observed.
        row.verdict = Verdict::not_run;
        row.unobserved.reset();
        row.reason = "today it applies, and the report has no observation of it";
    }
}

/// Whether the row cannot have the recorded outcome on this platform: its situation does not exist
/// here, or the baseline recorded only that it could not be set up.
bool cannot_deviate(const RowResult& row, Verdict recorded) {
    return (row.verdict == Verdict::not_applicable &&
            !RequirementCatalogue::is_of_version(row.reason)) ||
           (row.unobserved == Unobserved::capability && recorded == Verdict::inconclusive);
}

/// Whether the report has every row that there is.
bool is_whole(const Report& report, const RowNames& names) {
    std::set<std::string_view> rows;
    for (const auto& row : report.rows) {
        rows.insert(row.row);
    }
    return rows.size() >= names.size();
}

/// The rows, each once. Throws InputError for one whose repetitions did not agree: a baseline can
/// record one observation alone.
std::vector<RowResult> one_of_each(const std::vector<RowResult>& rows) {
    std::map<std::string_view, const RowResult*> first;
    std::vector<RowResult> once;
    for (const auto& row : rows) {
        const auto [place, fresh] = first.emplace(row.row, &row);
        if (fresh) {
            once.push_back(row);
        } else if (place->second->verdict != row.verdict ||
                   observed(*place->second) != observed(row)) {
            throw InputError("--update: expected repetitions that agree; those of " + row.row +
                             " do not");
        }
    }
    return once;
}

}  // namespace

KnownDeviations::KnownDeviations(const std::vector<Baseline>& baselines,
                                 const Environment& environment) {
    for (const auto& baseline : baselines) {
        if (!baseline.platform.is(environment)) {
            continue;
        }
        files_.push_back(baseline.file);
        is_measured_ = is_measured_ || baseline.is_measured();
        for (const auto& entry : baseline.entries) {
            if (!entry.when.holds(environment)) {
                continue;
            }
            RowPattern pattern(entry.rows, baseline.file);
            const auto name = pattern.case_name();
            by_case_[name].push_back({std::move(pattern), &entry});
        }
    }
}

const BaselineEntry* KnownDeviations::find(std::string_view row) const {
    const auto of_case = by_case_.find(case_of(row));
    const BaselineEntry* found = nullptr;
    if (of_case != by_case_.end()) {
        for (const auto& [pattern, entry] : of_case->second) {
            found = pattern.matches(row) ? entry : found;
        }
    }
    return found;
}

void rejudge(Report& report, const RequirementCatalogue& requirements, const RowCatalogue& rows) {
    for (auto& row : report.rows) {
        const auto* known = rows.find(row.row);
        if (known != nullptr && report.environment) {
            rejudge_row(row, *known, requirements, report.environment->os.version);
        }
    }
    auto before =
        std::exchange(report.requirements, requirement_results(requirements, report.rows));
    for (auto& requirement : before) {
        const bool has_rows = std::ranges::any_of(report.rows, [&](const RowResult& row) {
            return std::ranges::find(row.requirements, requirement.id) != row.requirements.end();
        });
        if (has_rows && requirements.find(requirement.id) == nullptr) {
            report.requirements.push_back(std::move(requirement));
        }
    }
}

std::optional<Standing> standing_of(const RowResult& row, const KnownDeviations& known) {
    return standing_by(row, known.find(row.row), known.is_measured());
}

void judge(Report& report, const KnownDeviations& known, bool strict) {
    for (auto& row : report.rows) {
        row.standing = standing_of(row, known);
    }
    report.judgement = Judgement{known.files(), strict, false};
    report.judgement->gate_holds = gate_holds(report);
}

std::optional<Standing> worst(const std::vector<std::optional<Standing>>& standings) noexcept {
    constexpr std::array order{Standing::regression,         Standing::changed,
                               Standing::recorded_otherwise, Standing::unknown,
                               Standing::improvement,        Standing::known_deviation,
                               Standing::as_recorded,        Standing::as_documented};
    for (const auto standing : order) {
        if (std::ranges::find(standings, std::optional(standing)) != standings.end()) {
            return standing;
        }
    }
    return std::nullopt;
}

Baseline updated(const Baseline& baseline, const Report& report, const RowNames& names) {
    Baseline result{baseline.file, baseline.platform, {}, baseline.measured};
    if (is_whole(report, names)) {
        result.measured = "report " + report.run.id + " of " + report.run.started;
    }

    // The wanted entries: entries that differ only in their rows become one.
    std::map<std::string, BaselineEntry> contents;
    for (const auto& entry : baseline.entries) {
        if (!report.environment || !entry.when.holds(*report.environment)) {
            // It is about another machine than this.
            result.entries.push_back(entry);
            continue;
        }
        const RowPattern pattern(entry.rows, baseline.file);
        for (const auto& row : names.of(pattern.case_name())) {
            if (pattern.matches(row)) {
                contents[row] = entry;
                contents[row].rows.clear();
            }
        }
    }
    for (const auto& row : one_of_each(report.rows)) {
        const auto before = contents.find(row.row);
        if (before != contents.end() && cannot_deviate(row, before->second.verdict)) {
            contents.erase(before);
            continue;
        }
        if (!says_something(row) && row.verdict != Verdict::recorded) {
            continue;
        }
        if (before != contents.end() && is_known(row, before->second) &&
            !before->second.also.empty()) {
            // An outcome among several accepted ones does not replace the others.
            continue;
        }
        if (row.verdict == Verdict::pass) {
            if (before != contents.end()) {
                contents.erase(before);
            }
        } else if (before != contents.end()) {
            before->second.verdict = row.verdict;
            before->second.observed = observed(row);
            before->second.also.clear();
            before->second.unconfirmed = false;
            if (before->second.grade != "measured") {
                // The reason under that name is another platform's, or a prediction.
                before->second.grade = "measured";
                before->second.because.clear();
            }
        } else {
            const bool is_recorded = row.verdict == Verdict::recorded;
            contents[row.row] = {
                "",
                row.verdict,
                observed(row),
                is_recorded ? "recorded, nothing is demanded" : "not explained yet",
                is_recorded ? "the first report that was adopted" : "report " + report.run.id,
                "measured"};
        }
    }

    std::map<std::pair<std::string, BaselineEntry>, std::vector<std::string>> groups;
    for (const auto& [row, content] : contents) {
        groups[{std::string(case_of(row)), content}].push_back(row);
    }
    for (const auto& [key, rows] : groups) {
        const auto& [case_name, content] = key;
        const std::set<std::string> in_group(rows.begin(), rows.end());
        std::vector<std::string> others;
        for (const auto& row : names.of(case_name)) {
            if (!in_group.contains(row)) {
                others.push_back(row);
            }
        }
        for (const auto& pattern : patterns_for(rows, others)) {
            result.entries.push_back(content);
            result.entries.back().rows = pattern;
        }
    }
    std::ranges::sort(result.entries, {}, &BaselineEntry::rows);
    return result;
}

}  // namespace conformance
