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

/// One check of a row: its expectation and the actual answer.
struct Check {
    std::string expression;
    std::string expected;
    std::string actual;
    bool passed = false;
    std::uint32_t line = 0;
    /// The answer is recorded for comparison; no outcome is demanded.
    bool recorded = false;
    /// How many calls of the row preceded the check, which is about the last of them. 0 when there
    /// were none, and in reports of older suites.
    std::uint32_t calls_before = 0;

    bool operator==(const Check&) const = default;
};

/// A row's parameter, as text: "optlen" and "3".
struct RowParameter {
    std::string name;
    std::string value;

    bool operator==(const RowParameter&) const = default;
};

/// The source of a case: "suites/so_keepalive/optlen.cpp" and the line of its name.
struct SourceLocation {
    std::string file;
    std::uint32_t line = 0;

    bool operator==(const SourceLocation&) const = default;
};

/// An attempt at a row without a verdict, because the machine was too busy to measure.
struct Attempt {
    std::string reason;
    std::int64_t duration_us = 0;

    bool operator==(const Attempt&) const = default;
};

/// The result of a row, or the reason why it has none.
struct RowResult {
    std::string case_name;
    /// The whole name: `so-keepalive/set/optlen-shorter-than-dword[family=ipv4,optlen=3]`.
    std::string row;
    /// Counts from 1: a repetition with --repeat, the number of a variant with --variants.
    std::uint32_t repetition = 1;
    std::vector<RowParameter> parameters;
    /// Nothing in a report of an older suite.
    std::optional<SourceLocation> source;
    std::vector<std::string> requirements;
    Verdict verdict = Verdict::not_run;
    /// Why the verdict is inconclusive, not-applicable, not-measured, timeout, crash or not-run;
    /// otherwise empty.
    std::string reason;
    /// Set when the row observed nothing, so that it shows nothing about the platform.
    std::optional<Unobserved> unobserved;
    /// The attempts before the one with this verdict.
    std::vector<Attempt> attempts;
    std::vector<Check> checks;
    std::vector<Call> calls;
    /// For rows that observe the wire.
    std::optional<WireEvidence> wire;
    std::int64_t duration_us = 0;
    /// Nothing without a baseline, and for a row that shows nothing about the platform.
    std::optional<Standing> standing;

    /// The failed check, or null: its texts are the row's `expected` and `actual`.
    const Check* failed_check() const noexcept;

    bool operator==(const RowResult&) const = default;
};

void to_json(Json& json, const RowResult& result);
void from_json(const Json& json, RowResult& result);

}  // namespace conformance
