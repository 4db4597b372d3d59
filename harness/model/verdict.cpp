#include "model/verdict.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace conformance {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 7> verdict_names{{
    {Verdict::pass, "pass"},
    {Verdict::fail, "fail"},
    {Verdict::inconclusive, "inconclusive"},
    {Verdict::not_applicable, "not-applicable"},
    {Verdict::timeout, "timeout"},
    {Verdict::crash, "crash"},
    {Verdict::not_run, "not-run"},
}};

}  // namespace

std::string_view to_string(Verdict verdict) noexcept {
    return std::ranges::find(verdict_names, verdict, &std::pair<Verdict, std::string_view>::first)->second;
}

std::optional<Verdict> verdict_from(std::string_view name) noexcept {
    const auto found =
        std::ranges::find(verdict_names, name, &std::pair<Verdict, std::string_view>::second);
    return found == verdict_names.end() ? std::nullopt : std::optional(found->first);
}

Verdict worst(std::span<const Verdict> rows) noexcept {
    constexpr std::array order{Verdict::crash,         Verdict::timeout, Verdict::fail,
                               Verdict::inconclusive,  Verdict::not_run, Verdict::pass,
                               Verdict::not_applicable};
    const auto found = std::ranges::find_if(
        order, [&](Verdict verdict) { return std::ranges::find(rows, verdict) != rows.end(); });
    return found == order.end() ? Verdict::not_run : *found;
}

}  // namespace conformance
