#include "judge/judge.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "judge/gate.hpp"
#include "judge/observation.hpp"
#include "model/input_error.hpp"

namespace conformance {

namespace {

bool is_as_documented(const RowResult& row) {
    return row.verdict == Verdict::pass || row.verdict == Verdict::not_applicable;
}

/// Whether the row was settled by a capability that is missing, before anything was looked at.
bool needs_missing_capability(const RowResult& row, const std::vector<Capability>& capabilities) {
    return row.verdict == Verdict::inconclusive &&
           std::ranges::any_of(capabilities, [&](const Capability& capability) {
               return !capability.available &&
                      row.reason.starts_with("needs " + capability.name + ":");
           });
}

std::optional<Standing> standing_of(const RowResult& row, const BaselineEntry* entry,
                                    const std::vector<Capability>& capabilities) {
    if (row.verdict == Verdict::not_run) {
        return std::nullopt;
    }
    if (is_as_documented(row)) {
        return entry != nullptr && row.verdict == Verdict::pass ? Standing::improvement
                                                                : Standing::as_documented;
    }
    if (entry == nullptr) {
        return needs_missing_capability(row, capabilities) ? std::nullopt
                                                           : std::optional(Standing::regression);
    }
    if (entry->verdict == row.verdict && entry->observed == observed(row)) {
        return Standing::known_deviation;
    }
    return needs_missing_capability(row, capabilities) ? std::nullopt
                                                       : std::optional(Standing::changed);
}

void rejudge_row(RowResult& row, const KnownRow& known, const RequirementCatalogue& requirements,
                 const NtVersion& version) {
    row.requirements = known.requirements;
    const auto reason = requirements.why_not_applicable(known.versions, row.requirements, version);
    if (!reason.empty()) {
        row.verdict = Verdict::not_applicable;
        row.reason = reason;
        // What it checked is nothing that this version promises.
        row.checks.clear();
        return;
    }
    if (row.verdict == Verdict::not_applicable && RequirementCatalogue::is_of_version(row.reason)) {
        // Settled by another catalogue, and never run: nothing was observed.
        row.verdict = Verdict::not_run;
        row.reason = "today it applies, and the report has no observation of it";
    }
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
        for (const auto& entry : baseline.entries) {
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

void judge(Report& report, const KnownDeviations& known, bool strict) {
    for (auto& row : report.rows) {
        row.standing = standing_of(row, known.find(row.row), report.capabilities);
    }
    report.judgement = Judgement{known.files(), strict, false};
    report.judgement->gate_holds = gate_holds(report);
}

std::optional<Standing> worst(const std::vector<std::optional<Standing>>& standings) noexcept {
    constexpr std::array order{Standing::regression, Standing::changed, Standing::improvement,
                               Standing::known_deviation, Standing::as_documented};
    for (const auto standing : order) {
        if (std::ranges::find(standings, std::optional(standing)) != standings.end()) {
            return standing;
        }
    }
    return std::nullopt;
}

Baseline updated(const Baseline& baseline, const Report& report, const RowNames& names) {
    Baseline result{baseline.file, baseline.platform, {}};

    // What each row is to have: entries that are alike but for their rows become one.
    struct Content {
        Verdict verdict;
        std::string observed, reason, source, grade;
        bool unconfirmed;
        auto operator<=>(const Content&) const = default;
    };
    std::map<std::string, Content> contents;
    for (const auto& entry : baseline.entries) {
        const RowPattern pattern(entry.rows, baseline.file);
        for (const auto& row : names.of(pattern.case_name())) {
            if (pattern.matches(row)) {
                contents[row] = {entry.verdict, entry.observed, entry.reason,
                                 entry.source,  entry.grade,    entry.unconfirmed};
            }
        }
    }
    for (const auto& row : one_of_each(report.rows)) {
        if (row.verdict == Verdict::not_applicable || row.verdict == Verdict::not_run ||
            needs_missing_capability(row, report.capabilities)) {
            continue;
        }
        const auto before = contents.find(row.row);
        if (row.verdict == Verdict::pass) {
            if (before != contents.end()) {
                contents.erase(before);
            }
        } else if (before != contents.end()) {
            before->second.verdict = row.verdict;
            before->second.observed = observed(row);
            before->second.unconfirmed = false;
            before->second.grade = "measured";
        } else {
            contents[row.row] = {row.verdict,         observed(row),
                                 "not explained yet", "report " + report.run.id,
                                 "measured",          false};
        }
    }

    std::map<std::pair<std::string, Content>, std::vector<std::string>> groups;
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
            result.entries.push_back({pattern, content.verdict, content.observed, content.reason,
                                      content.source, content.grade, content.unconfirmed});
        }
    }
    std::ranges::sort(result.entries, {}, &BaselineEntry::rows);
    return result;
}

}  // namespace conformance
