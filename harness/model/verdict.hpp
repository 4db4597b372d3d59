#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace conformance {

/// The verdict of a row about the documented claim. `not_applicable`: the document, or a situation
/// that it names, excludes the row. `recorded`: no outcome is demanded, and the observed one is
/// kept. `not_measured`: the machine was too busy, on the second attempt as well. `not_run`: the
/// row was planned and did not finish, or was left out by choice.
enum class Verdict {
    pass,
    fail,
    inconclusive,
    not_applicable,
    recorded,
    not_measured,
    timeout,
    crash,
    not_run
};

/// All verdicts, in that order.
inline constexpr std::array all_verdicts{
    Verdict::pass,           Verdict::fail,     Verdict::inconclusive,
    Verdict::not_applicable, Verdict::recorded, Verdict::not_measured,
    Verdict::timeout,        Verdict::crash,    Verdict::not_run};

/// All verdicts in the order in which one of them decides the verdict of a requirement.
inline constexpr std::array verdicts_worst_first{
    Verdict::crash,        Verdict::timeout,      Verdict::fail,
    Verdict::inconclusive, Verdict::not_measured, Verdict::not_run,
    Verdict::pass,         Verdict::recorded,     Verdict::not_applicable};

/// The verdict's name in reports, such as "not-applicable".
std::string_view to_string(Verdict verdict) noexcept;

/// The verdict with that name, or nothing.
std::optional<Verdict> verdict_from(std::string_view name) noexcept;

/// Why a row observed nothing: this machine lacks a capability, this version lacks the means of
/// observation, or the row was left out by choice.
enum class Unobserved { capability, version, choice };

/// The cause's name in reports, such as "capability".
std::string_view to_string(Unobserved cause) noexcept;
/// The cause with that name, or nothing.
std::optional<Unobserved> unobserved_from(std::string_view name) noexcept;

/// One row's part in the verdict of a requirement.
struct RowVerdict {
    Verdict verdict = Verdict::not_run;
    bool unobserved = false;
};

/// The verdict of a requirement, from its rows.
struct RollUp {
    /// The first of crash, timeout, fail, inconclusive, not-measured, not-run, pass, recorded among
    /// the rows that observed something; not-applicable only when every row is. When none observed
    /// anything, the first among the others. Without rows, not-run.
    Verdict verdict = Verdict::not_run;
    std::size_t rows = 0;
    std::map<Verdict, std::size_t> counts;

    /// The number of rows that observed something: pass, fail, recorded, timeout and crash.
    std::size_t observed() const noexcept;
    /// Whether it passes or records with only a part of its applicable rows.
    bool in_part() const noexcept;

    bool operator==(const RollUp&) const = default;
};

RollUp roll_up(std::span<const RowVerdict> rows);

/// "pass", or "pass, 2 of 10 rows observed".
std::string describe(const RollUp& requirement);

}  // namespace conformance
