#include "model/report_reader.hpp"

#include <fstream>
#include <set>
#include <utility>

#include "model/environment_binding.hpp"
#include "model/gzip.hpp"
#include "base/input_error.hpp"
#include "model/json_binding.hpp"
#include "base/utf8.hpp"
#include "model/verdict_check.hpp"

namespace conformance {

namespace {

using namespace binding;

/// Thrown to end the reading where the rows begin.
struct HeaderIsWhole {};

/// What is read, with what happens to the rows.
struct Reading {
    Report report;
    RowResult row;
    bool row_begun = false;
    std::size_t rows = 0;
    std::set<std::pair<std::string, std::uint32_t>> names;
    bool header_alone = false;
    bool seen_environment = false;
    const std::string* name = nullptr;
    const std::function<void(RowResult&&)>* on_row = nullptr;

    void finish_row() {
        if (!row_begun) {
            return;
        }
        const auto contradiction = verdict_contradiction(row);
        if (!contradiction.empty()) {
            throw InputError(*name + ": rows[" + std::to_string(rows - 1) +
                             "]: expected a row that agrees with itself; " + contradiction);
        }
        if (!names.emplace(row.row, row.repetition).second) {
            throw InputError(*name + ": rows[" + std::to_string(rows - 1) +
                             "]: expected each row once, got " + row.row + " again");
        }
        (*on_row)(std::move(row));
        row = {};
    }
};

Target verdict_target(void* of) {
    return {BoundWord{of,
                      [](void* to, std::string_view word) {
                          const auto verdict = verdict_from(word);
                          if (verdict) {
                              *static_cast<Verdict*>(to) = *verdict;
                          }
                          return verdict.has_value();
                      },
                      "a verdict, such as pass"}};
}

/// A time that may be added to others: at most a year, in whichever unit.
template <auto pointer>
Target duration(void* of) {
    return {BoundNumber{&MemberPointer<pointer>::of(of),
                        [](void* to, std::int64_t time) {
                            constexpr std::int64_t year_us = 31'622'400'000'000;
                            *static_cast<std::int64_t*>(to) = time;
                            return time >= 0 && time <= year_us;
                        },
                        "a time of at most a year"}};
}

/// A text of which each character fits the form's: 0 stands for a digit, a for one of hexadecimal.
template <auto pointer, const char* form>
Target text_of_form(void* of) {
    return {BoundWord{&MemberPointer<pointer>::of(of),
                      [](void* to, std::string_view word) {
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
                      },
                      form}};
}
constexpr char time_form[] = "0000-00-00T00:00:00Z";
constexpr char run_form[] = "aaaaaaaaaaaaaaaa";

// The members of each type, in the order of reports/schema/report.schema.json.

constexpr Member check_members[] = {
    {"expression", value<&Check::expression>},
    {"expected", value<&Check::expected>},
    {"actual", value<&Check::actual>},
    {"passed", value<&Check::passed>},
    {"recorded", value<&Check::recorded>},
    {"line", value<&Check::line>},
    {"calls_before", value<&Check::calls_before>, true},
};
constexpr ObjectType check_type{check_members};

constexpr Member buffer_members[] = {
    {"name", value<&Call::Buffer::name>},
    {"size", value<&Call::Buffer::size>},
    {"before", value<&Call::Buffer::before>},
    {"after", value<&Call::Buffer::after>},
};
constexpr ObjectType buffer_type{buffer_members};

constexpr Member error_members[] = {
    {"number", [](void* call) { return Target{&*static_cast<Call*>(call)->error}; }},
    {"name", derived_text},
};
constexpr ObjectType error_type{error_members};

constexpr Member status_members[] = {
    {"number", [](void* io) { return Target{&static_cast<IoStatus*>(io)->status}; }},
    {"name", derived_text},
};
constexpr ObjectType status_type{status_members};

constexpr Member io_status_members[] = {
    {"completions", value<&IoStatus::completions>},
    {"status", group<status_type>},
    {"information", value<&IoStatus::information>},
};
constexpr ObjectType io_status_type{io_status_members};

constexpr Member call_members[] = {
    {"function", value<&Call::function>},
    {"arguments", map<&Call::arguments>},
    {"buffers", objects<&Call::buffers, buffer_type>},
    {"result", value<&Call::result>},
    {"error",
     [](void* of) {
         return Target{BoundObject{of,
                                   [](void* call) {
                                       static_cast<Call*>(call)->error.emplace();
                                       return call;
                                   },
                                   &error_type, true}};
     }},
    {"io_status", new_object<&Call::io_status, io_status_type>},
    {"microseconds", value<&Call::microseconds>},
};
constexpr ObjectType call_type{call_members};

Target standing_target(void* row) {
    return {BoundWord{row,
                      [](void* of, std::string_view word) {
                          auto& standing = static_cast<RowResult*>(of)->standing;
                          standing = standing_from(word);
                          return standing.has_value();
                      },
                      "a standing, such as as-documented, or null", true}};
}

constexpr Member segment_members[] = {
    {"not_before_us", duration<&Segment::not_before_us>},
    {"at_us", duration<&Segment::at_us>},
    {"connection", value<&Segment::connection>},
    {"from", value<&Segment::from>},
    {"kind", value<&Segment::kind>},
    {"family", value<&Segment::family>},
    {"bytes", value<&Segment::bytes>},
    {"payload", value<&Segment::payload>},
};
constexpr ObjectType segment_type{segment_members};

constexpr Member wire_members[] = {
    {"clock_resolution_us", duration<&WireEvidence::clock_resolution_us>},
    {"scheduling_delay_us", duration<&WireEvidence::scheduling_delay_us>},
    {"segments", objects<&WireEvidence::segments, segment_type>},
};
constexpr ObjectType wire_type{wire_members};

constexpr Member attempt_members[] = {
    {"reason", value<&Attempt::reason>},
    {"duration_us", duration<&Attempt::duration_us>},
};
constexpr ObjectType attempt_type{attempt_members};

Target unobserved_target(void* row) {
    return {BoundWord{row,
                      [](void* of, std::string_view word) {
                          auto& unobserved = static_cast<RowResult*>(of)->unobserved;
                          unobserved = unobserved_from(word);
                          return unobserved.has_value();
                      },
                      "capability, version, choice or null", true}};
}

constexpr Member source_members[] = {
    {"file", value<&SourceLocation::file>},
    {"line", value<&SourceLocation::line>},
};
constexpr ObjectType source_type{source_members};

/// An object that older reports lack, and that is never null.
template <auto pointer, const ObjectType& type>
Target added_object(void* of) {
    return {BoundObject{
        &MemberPointer<pointer>::of(of),
        [](void* optional) -> void* {
            return &static_cast<typename MemberPointer<pointer>::Value*>(optional)->emplace();
        },
        &type}};
}

constexpr Member row_members[] = {
    {"case", value<&RowResult::case_name>},
    {"row", value<&RowResult::row>},
    {"repetition", value<&RowResult::repetition>},
    {"parameters", map<&RowResult::parameters>},
    {"source", added_object<&RowResult::source, source_type>, true},
    {"requirements", strings<&RowResult::requirements>},
    {"verdict", [](void* row) { return verdict_target(&static_cast<RowResult*>(row)->verdict); }},
    {"reason", value<&RowResult::reason>},
    {"unobserved", unobserved_target},
    {"attempts", objects<&RowResult::attempts, attempt_type>},
    {"expected", derived_text},
    {"actual", derived_text},
    {"checks", objects<&RowResult::checks, check_type>},
    {"calls", objects<&RowResult::calls, call_type>},
    {"wire", new_object<&RowResult::wire, wire_type>},
    {"duration_us", duration<&RowResult::duration_us>},
    {"standing", standing_target},
};
constexpr ObjectType row_type{row_members};

constexpr Member run_members[] = {
    {"id", text_of_form<&Run::id, run_form>},
    {"started", text_of_form<&Run::started, time_form>},
    {"duration_ms", duration<&Run::duration_ms>},
    {"command_line", strings<&Run::command_line>},
    {"seed", value<&Run::seed>},
    {"notes", map<&Run::notes>, true},
    {"calls",
     [](void* of) {
         return Target{BoundWord{of,
                                 [](void* run, std::string_view word) {
                                     const auto kept = kept_calls_from(word);
                                     if (kept) {
                                         static_cast<Run*>(run)->calls = *kept;
                                     }
                                     return kept.has_value();
                                 },
                                 "all, failing or none"}};
     },
     true},
    {"complete", value<&Run::complete>},
};
constexpr ObjectType run_type{run_members};

constexpr Member suite_members[] = {
    {"version", value<&Suite::version>},
    {"commit", value<&Suite::commit>},
    {"catalogue_sha256", value<&Suite::catalogue_sha256>},
    {"compiler", value<&Suite::compiler>},
    {"architecture", value<&Suite::architecture>},
};
constexpr ObjectType suite_type{suite_members};

constexpr Member judgement_members[] = {
    {"baselines", strings<&Judgement::baselines>},
    {"strict", value<&Judgement::strict>},
    {"gate",
     [](void* of) {
         return Target{BoundWord{of,
                                 [](void* judgement, std::string_view word) {
                                     const bool holds = word == "holds";
                                     static_cast<Judgement*>(judgement)->gate_holds = holds;
                                     return holds || word == "broken";
                                 },
                                 "holds or broken"}};
     }},
};
constexpr ObjectType judgement_type{judgement_members};

constexpr Member reading_members[] = {
    {"conflict", value<&conformance::Reading::conflict>},
    {"taken", value<&conformance::Reading::taken>},
};
constexpr ObjectType reading_type{reading_members};

/// How many rows of a requirement have that verdict; one that none has is not kept.
template <Verdict verdict>
Target row_count(void* of) {
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

constexpr Member row_count_members[] = {
    {"pass", row_count<Verdict::pass>},
    {"fail", row_count<Verdict::fail>},
    {"inconclusive", row_count<Verdict::inconclusive>},
    {"not-applicable", row_count<Verdict::not_applicable>},
    {"recorded", row_count<Verdict::recorded>},
    {"not-measured", row_count<Verdict::not_measured>},
    {"timeout", row_count<Verdict::timeout>},
    {"crash", row_count<Verdict::crash>},
    {"not-run", row_count<Verdict::not_run>},
};
constexpr ObjectType row_counts_type{row_count_members};

constexpr Member requirement_members[] = {
    {"id", value<&RequirementResult::id>},
    {"basis",
     [](void* of) {
         return Target{BoundWord{of,
                                 [](void* result, std::string_view word) {
                                     const auto basis = basis_from(word);
                                     if (basis) {
                                         static_cast<RequirementResult*>(result)->basis = *basis;
                                     }
                                     return basis.has_value();
                                 },
                                 "document, inferred or own"}};
     }},
    {"verdict",
     [](void* of) {
         return verdict_target(&static_cast<RequirementResult*>(of)->of_rows.verdict);
     }},
    {"rows", [](void* of) { return Target{&static_cast<RequirementResult*>(of)->of_rows.rows}; }},
    {"observed", derived_count},
    {"counts",
     [](void* of) {
         return Target{BoundObject{of,
                                   [](void* result) -> void* {
                                       return &static_cast<RequirementResult*>(result)->of_rows;
                                   },
                                   &row_counts_type}};
     }},
    {"readings", objects<&RequirementResult::readings, reading_type>},
};
constexpr ObjectType requirement_type{requirement_members};

constexpr Member verdict_count_members[] = {
    {"pass", derived_count},           {"fail", derived_count},     {"inconclusive", derived_count},
    {"not-applicable", derived_count}, {"recorded", derived_count}, {"not-measured", derived_count},
    {"timeout", derived_count},        {"crash", derived_count},    {"not-run", derived_count},
};
constexpr ObjectType verdict_counts_type{verdict_count_members};

constexpr Member standing_count_members[] = {
    {"as-documented", derived_count}, {"known-deviation", derived_count},
    {"changed", derived_count},       {"regression", derived_count},
    {"improvement", derived_count},   {"new", derived_count},
    {"as-recorded", derived_count},   {"recorded-otherwise", derived_count},
};
constexpr ObjectType standing_counts_type{standing_count_members};

constexpr Member basis_count_members[] = {
    {"document", group<verdict_counts_type>},
    {"inferred", group<verdict_counts_type>},
    {"own", group<verdict_counts_type>},
};
constexpr ObjectType basis_counts_type{basis_count_members};

constexpr Member summary_members[] = {
    {"rows", group<verdict_counts_type>},
    {"requirements", group<verdict_counts_type>},
    {"requirements_by_basis", group<basis_counts_type>},
    {"standings",
     [](void* of) {
         return Target{BoundObject{of, itself, &standing_counts_type, true}};
     }},
};
constexpr ObjectType summary_type{summary_members};

Report& report_of(void* reading) {
    return static_cast<Reading*>(reading)->report;
}

/// A member of the report that ours may lack.
template <auto pointer, const ObjectType& type, bool may_be_null>
Target optional_of_report(void* of) {
    return {BoundObject{
        of, [](void* reading) -> void* { return &(report_of(reading).*pointer).emplace(); }, &type,
        may_be_null}};
}

Target next_row(void* of) {
    auto& reading = *static_cast<Reading*>(of);
    if (reading.header_alone && reading.seen_environment) {
        throw HeaderIsWhole{};
    }
    reading.finish_row();
    reading.row_begun = true;
    ++reading.rows;
    return {BoundObject{&reading.row, itself, &row_type}};
}

constexpr Member report_members[] = {
    {"$schema", derived_text, true},
    {"schema_version",
     [](void* of) {
         return Target{BoundNumber{
             of, [](void*, std::int64_t version) { return version == report_schema_version; },
             "2, the version of reports that this program reads"}};
     }},
    {"run", [](void* of) { return object<&Report::run, run_type>(&report_of(of)); }},
    {"suite", [](void* of) { return object<&Report::suite, suite_type>(&report_of(of)); }},
    {"environment",
     [](void* of) {
         static_cast<Reading*>(of)->seen_environment = true;
         return optional_of_report<&Report::environment, environment_type, false>(of);
     }},
    {"capabilities",
     [](void* of) { return objects<&Report::capabilities, capability_type>(&report_of(of)); }},
    {"judgement", optional_of_report<&Report::judgement, judgement_type, true>},
    {"requirements",
     [](void* of) { return objects<&Report::requirements, requirement_type>(&report_of(of)); }},
    {"rows",
     [](void* of) {
         return Target{BoundArray{
             of, next_row, [](void* reading) { static_cast<Reading*>(reading)->finish_row(); }}};
     }},
    {"summary", [](void* of) { return group<summary_type>(of); }},
};
constexpr ObjectType report_type{report_members};

Report read(std::string_view text, const std::string& name, bool header_alone,
            const std::function<void(RowResult&&)>& on_row) {
    Reading reading;
    reading.header_alone = header_alone;
    reading.name = &name;
    reading.on_row = &on_row;
    try {
        read_json(text, name, report_type, &reading);
    } catch (const HeaderIsWhole&) {
        // The rows are not wanted.
    }
    return std::move(reading.report);
}

}  // namespace

Report read_report(std::string_view text, const std::string& name) {
    std::vector<RowResult> rows;
    auto report = read(text, name, false, [&](RowResult&& row) { rows.push_back(std::move(row)); });
    report.rows = std::move(rows);
    return report;
}

Report read_report(std::string_view text, const std::string& name,
                   const std::function<void(RowResult&&)>& on_row) {
    return read(text, name, false, on_row);
}

Report read_report_header(std::string_view text, const std::string& name) {
    return read(text, name, true, [](RowResult&&) {});
}

std::string read_report_file(const std::filesystem::path& path) {
    const auto name = utf8_from_path(path);
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        throw InputError(name + ": expected a file, not a folder");
    }
    std::ifstream file(path, std::ios::binary);
    const auto size = std::filesystem::file_size(path, error);
    if (!file || error) {
        throw InputError(name + ": expected a file that can be read");
    }
    if (size > largest_report) {
        throw InputError(name + ": expected a report, of at most 256 MiB; this file has " +
                         std::to_string(size) + " bytes");
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return is_gzip_name(name) ? gunzip(text, largest_report, name) : text;
}

}  // namespace conformance
