#include "model/report_reader.hpp"

#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "model/environment_binding.hpp"
#include "model/gzip.hpp"
#include "base/input_error.hpp"
#include "model/report_binding.hpp"
#include "base/utf8.hpp"
#include "model/verdict_check.hpp"

namespace conformance {

namespace {

using namespace binding;

/// Thrown to end the reading where the rows begin.
struct HeaderIsWhole {};

/// The parsed report, and the function that receives its rows.
struct ReportInProgress {
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

// Members that follow from others are checked and not kept; report.cpp writes them.
std::optional<Json> not_written(const void*) {
    return std::nullopt;
}
constexpr Access any_count = access<DerivedCount<not_written>>;
constexpr Access any_text = access<DerivedText<not_written>>;

constexpr Member verdict_count_members[] = {
    {"pass", any_count},           {"fail", any_count},     {"inconclusive", any_count},
    {"not-applicable", any_count}, {"recorded", any_count}, {"not-measured", any_count},
    {"timeout", any_count},        {"crash", any_count},    {"not-run", any_count},
};
constexpr ObjectType verdict_counts_type{verdict_count_members};

constexpr Member standing_count_members[] = {
    {"as-documented", any_count}, {"known-deviation", any_count},    {"changed", any_count},
    {"regression", any_count},    {"improvement", any_count},        {"new", any_count},
    {"as-recorded", any_count},   {"recorded-otherwise", any_count},
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
     {[](void* of) {
          return Target{BoundObject{of, itself, &standing_counts_type, true}};
      },
      not_written}},
};
constexpr ObjectType summary_type{summary_members};

Report& report_of(void* reading) {
    return static_cast<ReportInProgress*>(reading)->report;
}

/// A member that the report may lack.
template <auto pointer, const ObjectType& type, bool may_be_null>
Target optional_of_report(void* of) {
    return {BoundObject{
        of, [](void* reading) -> void* { return &(report_of(reading).*pointer).emplace(); }, &type,
        may_be_null}};
}

Target next_row(void* of) {
    auto& reading = *static_cast<ReportInProgress*>(of);
    if (reading.header_alone && reading.seen_environment) {
        throw HeaderIsWhole{};
    }
    reading.finish_row();
    reading.row_begun = true;
    ++reading.rows;
    return {BoundObject{&reading.row, itself, &row_type}};
}

Target version_target(void* of) {
    return {BoundNumber{
        of, [](void*, std::int64_t version) { return version == report_schema_version; },
        "2, the version of reports that this program reads"}};
}

Target environment_target(void* of) {
    static_cast<ReportInProgress*>(of)->seen_environment = true;
    return optional_of_report<&Report::environment, environment_type, false>(of);
}

Target rows_target(void* of) {
    return {BoundArray{of, next_row, [](void* reading) {
                           static_cast<ReportInProgress*>(reading)->finish_row();
                       }}};
}

/// A member of the report that is being read.
template <const Access& member>
constexpr Access of_report{[](void* of) { return member.target(&report_of(of)); }, not_written};

constexpr Member report_members[] = {
    {"$schema", any_text, true},
    {"schema_version", {version_target, not_written}},
    {"run", of_report<object<&Report::run, run_type>>},
    {"suite", of_report<object<&Report::suite, suite_type>>},
    {"environment", {environment_target, not_written}},
    {"capabilities", of_report<objects<&Report::capabilities, capability_type>>},
    {"judgement", {optional_of_report<&Report::judgement, judgement_type, true>, not_written}},
    {"requirements", of_report<objects<&Report::requirements, requirement_type>>},
    {"rows", {rows_target, not_written}},
    {"summary", group<summary_type>},
};
constexpr ObjectType report_type{report_members};

Report read(std::string_view text, const std::string& name, bool header_alone,
            const std::function<void(RowResult&&)>& on_row) {
    ReportInProgress reading;
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
