#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace conformance {

/// What a row says of the documentation's claim. `not_applicable`: the document itself, or a
/// situation that it names, excludes the row. `recorded`: nothing is demanded, and what was seen is
/// kept. `not_measured`: the machine was too busy, also on the second attempt. `not_run`: the row
/// was planned and never finished, or left out by choice.
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

/// All of them, in that order.
inline constexpr std::array all_verdicts{
    Verdict::pass,           Verdict::fail,     Verdict::inconclusive,
    Verdict::not_applicable, Verdict::recorded, Verdict::not_measured,
    Verdict::timeout,        Verdict::crash,    Verdict::not_run};

/// The verdict's name in reports, such as "not-applicable".
std::string_view to_string(Verdict verdict) noexcept;

/// The verdict of that name, or nothing.
std::optional<Verdict> verdict_from(std::string_view name) noexcept;

/// Why nothing of a row could be observed: this machine lacks a capability, or this version what
/// the row observes with, or the row was left out by choice.
enum class Unobserved { capability, version, choice };

/// The cause's name in reports, such as "capability".
std::string_view to_string(Unobserved cause) noexcept;
/// The cause of that name, or nothing.
std::optional<Unobserved> unobserved_from(std::string_view name) noexcept;

/// What one row says, for a roll-up.
struct RowVerdict {
    Verdict verdict = Verdict::not_run;
    bool unobserved = false;
};

/// A requirement's verdict, from its rows.
struct RollUp {
    /// The first of crash, timeout, fail, inconclusive, not-measured, not-run, pass, recorded that
    /// occurs among the rows that could be observed; not-applicable only when every row is. Where
    /// none could be observed, the first that occurs among the others. Without rows it is not-run.
    Verdict verdict = Verdict::not_run;
    std::size_t rows = 0;
    std::map<Verdict, std::size_t> counts;

    /// The rows in which something was seen: pass, fail, recorded, timeout and crash.
    std::size_t observed() const noexcept;
    /// Whether it passes, or records, by a part of its applicable rows alone.
    bool in_part() const noexcept;

    bool operator==(const RollUp&) const = default;
};

RollUp roll_up(std::span<const RowVerdict> rows);

/// "pass", or "pass, 2 of 10 rows observed" where it is so in part.
std::string describe(const RollUp& requirement);

}  // namespace conformance
