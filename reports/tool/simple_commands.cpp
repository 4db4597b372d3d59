// show, check and convert.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string_view>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "judge/gate.hpp"
#include "model/json.hpp"
#include "model/report_reader.hpp"
#include "model/utf8.hpp"
#include "report_schema/report_schema.hpp"
#include "requirements/catalogue.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "writers/console_summary.hpp"
#include "writers/ctrf.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"
#include "writers/junit.hpp"
#include "writers/markdown.hpp"

namespace conformance {

namespace {

using PlainJson = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// What in the text is not as the schema says, or an empty text.
std::string schema_problem(const std::string& text) {
    const auto schema_json = PlainJson::parse(report_schema());
    const auto report_json = PlainJson::parse(text);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(Adapter(schema_json), schema);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, Adapter(report_json), &results)) {
        return {};
    }
    valijson::ValidationResults::Error error;
    results.popError(error);
    std::string place;
    for (const auto& step : error.context) {
        place += step;
    }
    return place + ": " + error.description;
}

/// The same members with the same values, in whatever order.
bool is_what_its_rows_say(const std::string& text, const Report& report) {
    auto given = PlainJson::parse(text);
    given.erase("$schema");
    return given == PlainJson::parse(report_text(report));
}

/// Whether verdicts, standings and the gate are those that the rows give.
bool agrees_with_its_rows(const Report& report) {
    std::map<std::string_view, std::vector<RowVerdict>> verdicts;
    for (const auto& row : report.rows) {
        if (row.standing && !report.judgement) {
            return false;
        }
        for (const auto& id : row.requirements) {
            verdicts[id].push_back({row.verdict, row.unobserved.has_value()});
        }
    }
    const bool same = std::ranges::all_of(report.requirements, [&](const RequirementResult& one) {
        const auto found = verdicts.find(one.id);
        return found != verdicts.end() && one.of_rows == roll_up(found->second);
    });
    return same && verdicts.size() == report.requirements.size() &&
           (!report.judgement || report.judgement->gate_holds == gate_holds(report));
}

ExitCode check(const std::string& path) {
    const auto text = read_report_file(path_from_utf8(path));
    const auto report = read_report(text, path);
    const auto problem = schema_problem(text);
    if (!problem.empty()) {
        throw InputError(path + ": expected what reports/schema says: " + problem);
    }
    if (!is_what_its_rows_say(text, report) || !agrees_with_its_rows(report)) {
        throw InputError(path +
                         ": expected summary, verdicts, standings and gate to be those "
                         "that the rows and their checks give");
    }
    std::cout << terminal_text(path) << ": valid, " << report.rows.size() << " rows, "
              << (report.run.complete ? "complete" : "INCOMPLETE") << "\n";
    return report.run.complete ? ExitCode::gate_holds : ExitCode::gate_broken;
}

}  // namespace

ExitCode show_command(const ShowOptions& options) {
    std::cout << console_summary(load_report(options.report));
    return ExitCode::gate_holds;
}

ExitCode check_command(const CheckOptions& options) {
    auto worst = ExitCode::gate_holds;
    for (const auto& path : report_inputs(options.reports)) {
        try {
            worst = std::max(worst, check(path));
        } catch (const InputError& error) {
            std::cerr << "conformance-report: " << terminal_text(error.what()) << "\n";
            worst = ExitCode::bad_input;
        }
    }
    return worst;
}

namespace {

/// Where a report goes that is put into a folder: "windows-11-23h2-10.0.22631.3447-x64", day and
/// run, so that no two reports have one name, and names are in the order of time.
std::string path_in_folder(const std::string& folder, const Report& report) {
    auto name = report_file_name(*report.environment);
    name.resize(name.size() - std::string_view(".json").size());
    name += "-" + report.run.started.substr(0, 10) + "-" + report.run.id + ".json.gz";
    return utf8_from_path(path_from_utf8(folder) / path_from_utf8(name));
}

}  // namespace

ExitCode convert_command(const ConvertOptions& options) {
    auto report = load_report(options.report);
    leave_out_calls(report, *kept_calls_from(options.calls));
    std::error_code error;
    if (options.to == "json" &&
        std::filesystem::is_directory(path_from_utf8(options.output), error)) {
        write_output(path_in_folder(options.output, report), report_text(report));
        return ExitCode::gate_holds;
    }
    write_output(options.output, options.to == "junit"  ? junit(report)
                                 : options.to == "ctrf" ? ctrf(report)
                                 : options.to == "json" ? report_text(report)
                                                        : markdown(report));
    return ExitCode::gate_holds;
}

}  // namespace conformance
