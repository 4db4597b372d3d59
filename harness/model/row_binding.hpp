#pragma once

#include "model/json_binding.hpp"
#include "model/row_result.hpp"
#include "model/winsock_error.hpp"

namespace conformance::binding {

// A report's rows: the members of each type, in the order of reports/schema/report.schema.json.

/// Keeps the value of a word, when one has that name.
template <typename T>
bool keep(T& to, const std::optional<T>& named) {
    if (named) {
        to = *named;
    }
    return named.has_value();
}

inline Target verdict_target(Verdict& verdict) {
    return {BoundWord{&verdict,
                      [](void* to, std::string_view word) {
                          return keep(*static_cast<Verdict*>(to), verdict_from(word));
                      },
                      "a verdict, such as pass"}};
}

/// A time that can be added to others: at most a year, in any unit.
template <auto pointer>
struct Duration : Value<pointer> {
    static Target target(void* of) {
        return {BoundNumber{&MemberPointer<pointer>::of(of),
                            [](void* to, std::int64_t time) {
                                constexpr std::int64_t year_us = 31'622'400'000'000;
                                *static_cast<std::int64_t*>(to) = time;
                                return time >= 0 && time <= year_us;
                            },
                            "a time of at most a year"}};
    }
};
template <auto pointer>
inline constexpr Access duration = access<Duration<pointer>>;

inline constexpr Member check_members[] = {
    {"expression", value<&Check::expression>},
    {"expected", value<&Check::expected>},
    {"actual", value<&Check::actual>},
    {"passed", value<&Check::passed>},
    {"recorded", value<&Check::recorded>},
    {"line", value<&Check::line>},
    {"calls_before", access<AddedValue<&Check::calls_before>>, true},
};
inline constexpr ObjectType check_type{check_members};

inline constexpr Member buffer_members[] = {
    {"name", value<&Call::Buffer::name>},
    {"size", value<&Call::Buffer::size>},
    {"before", value<&Call::Buffer::before>},
    {"after", value<&Call::Buffer::after>},
};
inline constexpr ObjectType buffer_type{buffer_members};

struct ErrorNumber {
    static Target target(void* call) { return {&*static_cast<Call*>(call)->error}; }
    static std::optional<Json> write(const void* call) {
        return Json(*static_cast<const Call*>(call)->error);
    }
};
inline std::optional<Json> written_error_name(const void* call) {
    return Json(error_name(*static_cast<const Call*>(call)->error));
}
inline constexpr Member error_members[] = {
    {"number", access<ErrorNumber>},
    {"name", access<DerivedText<written_error_name>>},
};
inline constexpr ObjectType error_type{error_members};

inline std::optional<Json> written_status_name(const void* io_status) {
    return Json(error_name(static_cast<const IoStatus*>(io_status)->status));
}
inline constexpr Member status_members[] = {
    {"number", value<&IoStatus::status>},
    {"name", access<DerivedText<written_status_name>>},
};
inline constexpr ObjectType status_type{status_members};

inline constexpr Member io_status_members[] = {
    {"completions", value<&IoStatus::completions>},
    {"status", group<status_type>},
    {"information", value<&IoStatus::information>},
};
inline constexpr ObjectType io_status_type{io_status_members};

struct CallError {
    static Target target(void* of) {
        return {BoundObject{of,
                            [](void* call) {
                                static_cast<Call*>(call)->error.emplace();
                                return call;
                            },
                            &error_type, true}};
    }
    static std::optional<Json> write(const void* call) {
        return static_cast<const Call*>(call)->error ? write_json(error_type, call) : Json(nullptr);
    }
};

inline constexpr Member call_members[] = {
    {"function", value<&Call::function>},
    {"arguments", map<&Call::arguments>},
    {"buffers", objects<&Call::buffers, buffer_type>},
    {"result", value<&Call::result>},
    {"error", access<CallError>},
    {"io_status", new_object<&Call::io_status, io_status_type>},
    {"microseconds", value<&Call::microseconds>},
};
inline constexpr ObjectType call_type{call_members};

inline constexpr Member segment_members[] = {
    {"not_before_us", duration<&Segment::not_before_us>},
    {"at_us", duration<&Segment::at_us>},
    {"connection", value<&Segment::connection>},
    {"from", value<&Segment::from>},
    {"kind", value<&Segment::kind>},
    {"family", value<&Segment::family>},
    {"bytes", value<&Segment::bytes>},
    {"payload", value<&Segment::payload>},
};
inline constexpr ObjectType segment_type{segment_members};

inline constexpr Member wire_members[] = {
    {"clock_resolution_us", duration<&WireEvidence::clock_resolution_us>},
    {"scheduling_delay_us", duration<&WireEvidence::scheduling_delay_us>},
    {"segments", objects<&WireEvidence::segments, segment_type>},
};
inline constexpr ObjectType wire_type{wire_members};

inline constexpr Member attempt_members[] = {
    {"reason", value<&Attempt::reason>},
    {"duration_us", duration<&Attempt::duration_us>},
};
inline constexpr ObjectType attempt_type{attempt_members};

inline constexpr Member source_members[] = {
    {"file", value<&SourceLocation::file>},
    {"line", value<&SourceLocation::line>},
};
inline constexpr ObjectType source_type{source_members};

struct RowVerdictName {
    static Target target(void* row) {
        return verdict_target(static_cast<RowResult*>(row)->verdict);
    }
    static std::optional<Json> write(const void* row) {
        return Json(to_string(static_cast<const RowResult*>(row)->verdict));
    }
};

/// A word of an enumeration, or null.
template <auto pointer, auto from>
bool read_optional_word(void* row, std::string_view word) {
    auto& to = MemberPointer<pointer>::of(row);
    to = from(word);
    return to.has_value();
}
template <auto pointer>
std::optional<Json> write_optional_word(const void* row) {
    const auto& word = MemberPointer<pointer>::of(row);
    return word ? Json(to_string(*word)) : Json(nullptr);
}

struct RowUnobserved {
    static Target target(void* row) {
        return {BoundWord{row, read_optional_word<&RowResult::unobserved, unobserved_from>,
                          "capability, version, choice or null", true}};
    }
    static std::optional<Json> write(const void* row) {
        return write_optional_word<&RowResult::unobserved>(row);
    }
};

struct RowStanding {
    static Target target(void* row) {
        return {BoundWord{row, read_optional_word<&RowResult::standing, standing_from>,
                          "a standing, such as as-documented, or null", true}};
    }
    static std::optional<Json> write(const void* row) {
        return write_optional_word<&RowResult::standing>(row);
    }
};

inline std::optional<Json> written_expected(const void* row) {
    const auto* failed = static_cast<const RowResult*>(row)->failed_check();
    return Json(failed != nullptr ? failed->expected : "");
}
inline std::optional<Json> written_actual(const void* row) {
    const auto* failed = static_cast<const RowResult*>(row)->failed_check();
    return Json(failed != nullptr ? failed->actual : "");
}

inline constexpr Member row_members[] = {
    {"case", value<&RowResult::case_name>},
    {"row", value<&RowResult::row>},
    {"repetition", value<&RowResult::repetition>},
    {"parameters", map<&RowResult::parameters>},
    {"requirements", strings<&RowResult::requirements>},
    {"verdict", access<RowVerdictName>},
    {"reason", value<&RowResult::reason>},
    {"unobserved", access<RowUnobserved>},
    {"attempts", objects<&RowResult::attempts, attempt_type>},
    {"expected", access<DerivedText<written_expected>>},
    {"actual", access<DerivedText<written_actual>>},
    {"checks", objects<&RowResult::checks, check_type>},
    {"calls", objects<&RowResult::calls, call_type>},
    {"wire", new_object<&RowResult::wire, wire_type>},
    {"duration_us", duration<&RowResult::duration_us>},
    {"standing", access<RowStanding>},
    {"source", added_object<&RowResult::source, source_type>, true},
};
inline constexpr ObjectType row_type{row_members};

}  // namespace conformance::binding
