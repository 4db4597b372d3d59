#include "model/verdict.hpp"

#include <algorithm>

namespace conformance {

namespace {

constexpr std::array<std::string_view, all_verdicts.size()> verdict_names{
    "pass",         "fail",    "inconclusive", "not-applicable", "recorded",
    "not-measured", "timeout", "crash",        "not-run"};
constexpr std::array<std::string_view, 3> cause_names{"capability", "version", "choice"};

template <typename Enumeration, std::size_t Size>
std::optional<Enumeration> named(const std::array<std::string_view, Size>& names,
                                 std::string_view name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Enumeration>(found - names.begin()));
}

}  // namespace

std::string_view to_string(Verdict verdict) noexcept {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_from(std::string_view name) noexcept {
    return named<Verdict>(verdict_names, name);
}

std::string_view to_string(Unobserved cause) noexcept {
    return cause_names[static_cast<std::size_t>(cause)];
}

std::optional<Unobserved> unobserved_from(std::string_view name) noexcept {
    return named<Unobserved>(cause_names, name);
}

std::size_t RollUp::observed() const noexcept {
    std::size_t seen = 0;
    for (const auto one :
         {Verdict::pass, Verdict::fail, Verdict::recorded, Verdict::timeout, Verdict::crash}) {
        const auto found = counts.find(one);
        seen += found == counts.end() ? 0 : found->second;
    }
    return seen;
}

bool RollUp::in_part() const noexcept {
    const auto excluded = counts.find(Verdict::not_applicable);
    const auto applicable = rows - (excluded == counts.end() ? 0 : excluded->second);
    return (verdict == Verdict::pass || verdict == Verdict::recorded) && observed() < applicable;
}

RollUp roll_up(std::span<const RowVerdict> rows) {
    RollUp result;
    result.rows = rows.size();
    for (const auto& row : rows) {
        ++result.counts[row.verdict];
    }
    const auto worst_of = [&](bool unobserved) {
        return std::ranges::find_if(verdicts_worst_first, [&](Verdict verdict) {
            return std::ranges::any_of(rows, [&](const RowVerdict& row) {
                return row.verdict == verdict && row.unobserved == unobserved;
            });
        });
    };
    auto worst = worst_of(false);
    if (worst == verdicts_worst_first.end() || *worst == Verdict::not_applicable) {
        const auto of_unobserved = worst_of(true);
        worst = of_unobserved == verdicts_worst_first.end() ? worst : of_unobserved;
    }
    result.verdict = worst == verdicts_worst_first.end() ? Verdict::not_run : *worst;
    return result;
}

std::string describe(const RollUp& requirement) {
    std::string text(to_string(requirement.verdict));
    if (requirement.in_part()) {
        text += ", " + std::to_string(requirement.observed()) + " of " +
                std::to_string(requirement.rows) + " rows observed";
    }
    return text;
}

}  // namespace conformance
