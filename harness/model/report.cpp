#include "model/report.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "model/report_binding.hpp"

namespace conformance {

namespace {

Json counts(const std::map<Verdict, std::size_t>& by_verdict) {
    Json json = Json::object();
    for (const auto verdict : all_verdicts) {
        const auto found = by_verdict.find(verdict);
        json[std::string(to_string(verdict))] = found == by_verdict.end() ? 0 : found->second;
    }
    return json;
}

}  // namespace

std::string_view to_string(KeptCalls kept) noexcept {
    switch (kept) {
        case KeptCalls::all: return "all";
        case KeptCalls::failing: return "failing";
        case KeptCalls::none: break;
    }
    return "none";
}

std::optional<KeptCalls> kept_calls_from(std::string_view name) noexcept {
    for (const auto kept : {KeptCalls::all, KeptCalls::failing, KeptCalls::none}) {
        if (name == to_string(kept)) {
            return kept;
        }
    }
    return std::nullopt;
}

std::vector<RequirementResult> requirement_results(const RequirementCatalogue& catalogue,
                                                   const std::vector<RowResult>& rows) {
    std::vector<RequirementResult> results;
    for (const auto& requirement : catalogue.requirements()) {
        auto of_rows = roll_up_of(requirement.id, rows);
        if (of_rows.rows != 0) {
            results.push_back(
                {requirement.id, requirement.basis, std::move(of_rows), requirement.readings});
        }
    }
    return results;
}

RollUp roll_up_of(const std::string& requirement, const std::vector<RowResult>& rows) {
    std::vector<RowVerdict> verdicts;
    for (const auto& row : rows) {
        if (std::ranges::find(row.requirements, requirement) != row.requirements.end()) {
            verdicts.push_back({row.verdict, row.unobserved.has_value()});
        }
    }
    return roll_up(verdicts);
}

std::map<Verdict, std::size_t> count_verdicts(const std::vector<RowResult>& rows) {
    std::map<Verdict, std::size_t> by_verdict;
    for (const auto& row : rows) {
        ++by_verdict[row.verdict];
    }
    return by_verdict;
}

std::map<Standing, std::size_t> count_standings(const std::vector<RowResult>& rows) {
    std::map<Standing, std::size_t> by_standing;
    for (const auto& row : rows) {
        if (row.standing) {
            ++by_standing[*row.standing];
        }
    }
    return by_standing;
}

void leave_out_calls(Report& report, KeptCalls kept) {
    report.run.calls = std::max(report.run.calls, kept);
    for (auto& row : report.rows) {
        const bool passed = row.verdict == Verdict::pass || row.verdict == Verdict::recorded ||
                            row.verdict == Verdict::not_applicable;
        if (kept == KeptCalls::none || (kept == KeptCalls::failing && passed)) {
            row.calls.clear();
            row.wire.reset();
        }
    }
}

void to_json(Json& json, const Report& report) {
    json = Json{
        {"schema_version", report_schema_version},
        {"run", write_json(binding::run_type, &report.run)},
        {"suite", write_json(binding::suite_type, &report.suite)},
        {"environment", report.environment ? Json(*report.environment) : Json(nullptr)},
        {"capabilities", report.capabilities},
        {"judgement", nullptr},
        {"requirements", Json::array()},
        {"rows", report.rows},
    };
    if (report.judgement) {
        json["judgement"] = write_json(binding::judgement_type, &*report.judgement);
    }
    std::map<Verdict, std::size_t> requirement_counts;
    std::map<Basis, std::map<Verdict, std::size_t>> by_basis;
    for (const auto& requirement : report.requirements) {
        ++requirement_counts[requirement.of_rows.verdict];
        ++by_basis[requirement.basis][requirement.of_rows.verdict];
        json["requirements"].push_back(write_json(binding::requirement_type, &requirement));
    }
    json["summary"] = {{"rows", counts(count_verdicts(report.rows))},
                       {"requirements", counts(requirement_counts)},
                       {"requirements_by_basis",
                        {{"document", counts(by_basis[Basis::document])},
                         {"inferred", counts(by_basis[Basis::inferred])},
                         {"own", counts(by_basis[Basis::own])}}},
                       {"standings", nullptr}};
    if (report.judgement) {
        auto& standings = json["summary"]["standings"];
        const auto counted = count_standings(report.rows);
        for (const auto standing : all_standings) {
            const auto found = counted.find(standing);
            standings[std::string(to_string(standing))] =
                found == counted.end() ? 0 : found->second;
        }
    }
}

}  // namespace conformance
