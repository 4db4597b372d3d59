#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"
#include "model/requirement.hpp"
#include "model/row_result.hpp"
#include "model/verdict.hpp"

namespace conformance {

/// The version of the report format, in `schema_version`. reports/schema holds its JSON Schema.
inline constexpr int report_schema_version = 2;

/// Which rows of a report keep their calls and segments: all, those that did not pass, or none.
enum class KeptCalls { all, failing, none };

/// The name in reports, such as "failing".
std::string_view to_string(KeptCalls kept) noexcept;
/// The value with that name, or nothing.
std::optional<KeptCalls> kept_calls_from(std::string_view name) noexcept;

/// One run of the suite.
struct Run {
    std::string id;
    /// UTC, ISO 8601: "2026-01-31T23:59:59Z".
    std::string started;
    std::int64_t duration_ms = 0;
    std::vector<std::string> command_line;
    std::uint64_t seed = 0;
    /// The user's notes about the run, such as "image" and "windows-2025 20260112.1.0".
    std::vector<RowParameter> notes;
    /// Which rows keep their calls and segments.
    KeptCalls calls = KeptCalls::all;
    /// False when a planned row has no verdict because the run was interrupted or the harness
    /// failed.
    bool complete = false;
};

/// The program that wrote the report.
struct Suite {
    std::string version;
    std::string commit;
    /// SHA-256 over the requirements' JSON texts.
    std::string catalogue_sha256;
    std::string compiler;
    std::string architecture;
};

/// A requirement as the report has it.
struct RequirementResult {
    std::string id;
    Basis basis = Basis::document;
    RollUp of_rows;
    std::vector<Reading> readings;
};

/// The judgement by the baselines of the report's platform.
struct Judgement {
    /// The file names of the baselines.
    std::vector<std::string> baselines;
    /// Whether an improvement breaks the gate, too.
    bool strict = false;
    bool gate_holds = false;
};

struct Report {
    Run run;
    Suite suite;
    std::optional<Environment> environment;
    std::vector<Capability> capabilities;
    /// Nothing without a baseline.
    std::optional<Judgement> judgement;
    std::vector<RequirementResult> requirements;
    std::vector<RowResult> rows;
};

/// The verdict of each requirement that has a row among `rows`, in the catalogue's order.
std::vector<RequirementResult> requirement_results(const RequirementCatalogue& catalogue,
                                                   const std::vector<RowResult>& rows);

/// The verdict of all rows that name the requirement, taken together.
RollUp roll_up_of(const std::string& requirement, const std::vector<RowResult>& rows);

/// The number of rows with each verdict.
std::map<Verdict, std::size_t> count_verdicts(const std::vector<RowResult>& rows);

/// The number of rows with each standing.
std::map<Standing, std::size_t> count_standings(const std::vector<RowResult>& rows);

/// Removes calls and segments from the rows that do not keep them, and records that in the report,
/// unless it has fewer already.
void leave_out_calls(Report& report, KeptCalls kept);

void to_json(Json& json, const Report& report);

}  // namespace conformance
