#pragma once

#include "model/report.hpp"
#include "model/row_binding.hpp"

namespace conformance::binding {

// The other parts of a report, in the order of reports/schema/report.schema.json.

/// A string in which each character fits the form's: 0 stands for a digit, a for a hexadecimal
/// digit.
template <auto pointer, const char* form>
struct TextOfForm : Value<pointer> {
    static Target target(void* of) {
        return {BoundWord{&MemberPointer<pointer>::of(of), read, form}};
    }
    static bool read(void* to, std::string_view word) {
        const std::string_view wanted(form);
        bool fits = word.size() == wanted.size();
        for (std::size_t i = 0; fits && i < word.size(); ++i) {
            const bool digit = word[i] >= '0' && word[i] <= '9';
            const bool letter = word[i] >= 'a' && word[i] <= 'f';
            fits = wanted[i] == '0'   ? digit
                   : wanted[i] == 'a' ? digit || letter
                                      : word[i] == wanted[i];
        }
        *static_cast<std::string*>(to) = word;
        return fits;
    }
};
inline constexpr char time_form[] = "0000-00-00T00:00:00Z";
inline constexpr char run_form[] = "aaaaaaaaaaaaaaaa";

struct RunCalls {
    static Target target(void* of) {
        return {BoundWord{of,
                          [](void* run, std::string_view word) {
                              return keep(static_cast<Run*>(run)->calls, kept_calls_from(word));
                          },
                          "all, failing or none"}};
    }
    static std::optional<Json> write(const void* of) {
        const auto calls = static_cast<const Run*>(of)->calls;
        return calls == KeptCalls::all ? std::nullopt : std::optional(Json(to_string(calls)));
    }
};

inline constexpr Member run_members[] = {
    {"id", access<TextOfForm<&Run::id, run_form>>},
    {"started", access<TextOfForm<&Run::started, time_form>>},
    {"duration_ms", duration<&Run::duration_ms>},
    {"command_line", strings<&Run::command_line>},
    {"seed", value<&Run::seed>},
    {"complete", value<&Run::complete>},
    {"notes", access<AddedMap<&Run::notes>>, true},
    {"calls", access<RunCalls>, true},
};
inline constexpr ObjectType run_type{run_members};

inline constexpr Member suite_members[] = {
    {"version", value<&Suite::version>},
    {"commit", value<&Suite::commit>},
    {"catalogue_sha256", value<&Suite::catalogue_sha256>},
    {"compiler", value<&Suite::compiler>},
    {"architecture", value<&Suite::architecture>},
};
inline constexpr ObjectType suite_type{suite_members};

struct JudgementGate {
    static Target target(void* of) {
        return {BoundWord{of,
                          [](void* judgement, std::string_view word) {
                              const bool holds = word == "holds";
                              static_cast<Judgement*>(judgement)->gate_holds = holds;
                              return holds || word == "broken";
                          },
                          "holds or broken"}};
    }
    static std::optional<Json> write(const void* of) {
        return Json(static_cast<const Judgement*>(of)->gate_holds ? "holds" : "broken");
    }
};

inline constexpr Member judgement_members[] = {
    {"baselines", strings<&Judgement::baselines>},
    {"strict", value<&Judgement::strict>},
    {"gate", access<JudgementGate>},
};
inline constexpr ObjectType judgement_type{judgement_members};

inline constexpr Member reading_members[] = {
    {"conflict", value<&Reading::conflict>},
    {"taken", value<&Reading::taken>},
};
inline constexpr ObjectType reading_type{reading_members};

/// The number of rows with that verdict; a number of zero is not kept.
template <Verdict verdict>
struct RowCount {
    static Target target(void* of) {
        return {BoundNumber{of,
                            [](void* roll_up, std::int64_t count) {
                                constexpr std::int64_t most = 1'000'000'000;
                                if (count > 0) {
                                    static_cast<RollUp*>(roll_up)->counts[verdict] =
                                        static_cast<std::size_t>(count);
                                }
                                return count >= 0 && count <= most;
                            },
                            "a count"}};
    }
    static std::optional<Json> write(const void* of) {
        const auto& counts = static_cast<const RollUp*>(of)->counts;
        const auto found = counts.find(verdict);
        return Json(found == counts.end() ? 0 : found->second);
    }
};

inline constexpr Member row_count_members[] = {
    {"pass", access<RowCount<Verdict::pass>>},
    {"fail", access<RowCount<Verdict::fail>>},
    {"inconclusive", access<RowCount<Verdict::inconclusive>>},
    {"not-applicable", access<RowCount<Verdict::not_applicable>>},
    {"recorded", access<RowCount<Verdict::recorded>>},
    {"not-measured", access<RowCount<Verdict::not_measured>>},
    {"timeout", access<RowCount<Verdict::timeout>>},
    {"crash", access<RowCount<Verdict::crash>>},
    {"not-run", access<RowCount<Verdict::not_run>>},
};
inline constexpr ObjectType row_counts_type{row_count_members};

struct RequirementBasis {
    static Target target(void* of) {
        return {BoundWord{of,
                          [](void* result, std::string_view word) {
                              return keep(static_cast<RequirementResult*>(result)->basis,
                                          basis_from(word));
                          },
                          "document, inferred or own"}};
    }
    static std::optional<Json> write(const void* of) {
        return Json(to_string(static_cast<const RequirementResult*>(of)->basis));
    }
};

struct RequirementVerdict {
    static Target target(void* of) {
        return verdict_target(static_cast<RequirementResult*>(of)->of_rows.verdict);
    }
    static std::optional<Json> write(const void* of) {
        return Json(to_string(static_cast<const RequirementResult*>(of)->of_rows.verdict));
    }
};

struct RequirementRows {
    static Target target(void* of) { return {&static_cast<RequirementResult*>(of)->of_rows.rows}; }
    static std::optional<Json> write(const void* of) {
        return Json(static_cast<const RequirementResult*>(of)->of_rows.rows);
    }
};

inline std::optional<Json> written_observed(const void* of) {
    return Json(static_cast<const RequirementResult*>(of)->of_rows.observed());
}

inline constexpr Member requirement_members[] = {
    {"id", value<&RequirementResult::id>},
    {"basis", access<RequirementBasis>},
    {"verdict", access<RequirementVerdict>},
    {"rows", access<RequirementRows>},
    {"observed", access<DerivedCount<written_observed>>},
    {"counts", object<&RequirementResult::of_rows, row_counts_type>},
    {"readings", objects<&RequirementResult::readings, reading_type>},
};
inline constexpr ObjectType requirement_type{requirement_members};

}  // namespace conformance::binding
