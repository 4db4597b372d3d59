#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/call.hpp"
#include "base/json_forward.hpp"
#include "model/segment.hpp"
#include "model/standing.hpp"
#include "model/verdict.hpp"

namespace conformance {

/// One expectation of a row: what was expected, what happened.
struct Check {
    std::string expression;
    std::string expected;
    std::string actual;
    bool passed = false;
    std::uint32_t line = 0;
    /// What happened is kept for comparison, and nothing is demanded of it.
    bool recorded = false;
    /// How many of the row's calls had been made when it was: it is about the last of them, as far
    /// as can be seen. 0 where none had been made, and in reports of older suites.
    std::uint32_t calls_before = 0;

    bool operator==(const Check&) const = default;
};

/// A row's parameter, as text: "optlen" and "3".
struct RowParameter {
    std::string name;
    std::string value;

    bool operator==(const RowParameter&) const = default;
};

/// Where a case is written: "suites/so_keepalive/optlen.cpp" and the line of its name.
struct SourceLocation {
    std::string file;
    std::uint32_t line = 0;

    bool operator==(const SourceLocation&) const = default;
};

/// An attempt at a row that brought no verdict, because the machine was too busy to measure.
struct Attempt {
    std::string reason;
    std::int64_t duration_us = 0;

    bool operator==(const Attempt&) const = default;
};

/// What is known of a row after it ran, or after it could not.
struct RowResult {
    std::string case_name;
    /// The whole name: `so-keepalive/set/optlen-shorter-than-dword[family=ipv4,optlen=3]`.
    std::string row;
    /// Counts from 1; more with --repeat, and the number of the variant with --variants.
    std::uint32_t repetition = 1;
    std::vector<RowParameter> parameters;
    /// Nothing in a report of an older suite.
    std::optional<SourceLocation> source;
    std::vector<std::string> requirements;
    Verdict verdict = Verdict::not_run;
    /// Why the verdict is inconclusive, not-applicable, not-measured, timeout, crash or not-run;
    /// else empty.
    std::string reason;
    /// Set where nothing of the row could be observed: it then says nothing of the platform.
    std::optional<Unobserved> unobserved;
    /// Before the one that the verdict is of.
    std::vector<Attempt> attempts;
    std::vector<Check> checks;
    std::vector<Call> calls;
    /// Of rows that watch the wire.
    std::optional<WireEvidence> wire;
    std::int64_t duration_us = 0;
    /// Nothing without a baseline, and for a row that says nothing of the platform.
    std::optional<Standing> standing;

    /// The check that failed, or null: its texts stand as the row's `expected` and `actual`.
    const Check* failed_check() const noexcept;

    bool operator==(const RowResult&) const = default;
};

void to_json(Json& json, const RowResult& result);
void from_json(const Json& json, RowResult& result);

}  // namespace conformance
