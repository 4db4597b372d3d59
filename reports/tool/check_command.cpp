#include <algorithm>
#include <iostream>
#include <map>
#include <string_view>
#include <utility>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "judge/gate.hpp"
#include "base/input_error.hpp"
#include "base/json.hpp"
#include "model/report_reader.hpp"
#include "report_schema/report_schema.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "tool/row_texts.hpp"
#include "writers/escape.hpp"

namespace conformance {

namespace {

using PlainJson = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// A JSON Schema, ready to validate with.
class Validation {
public:
    explicit Validation(const PlainJson& schema) {
        valijson::SchemaParser().populateSchema(Adapter(schema), schema_);
    }

    /// The first difference of the value from the schema, with its place below `where`; or an empty
    /// text.
    std::string problem(const PlainJson& value, const std::string& where) {
        valijson::ValidationResults results;
        if (validator_.validate(schema_, Adapter(value), &results)) {
            return {};
        }
        valijson::ValidationResults::Error error;
        results.popError(error);
        std::string place = where;
        // The first step is the root.
        for (std::size_t i = 1; i < error.context.size(); ++i) {
            place += error.context[i];
        }
        return place + ": " + error.description;
    }

private:
    valijson::Schema schema_;
    valijson::Validator validator_;
};

constexpr const char* hexadecimal_pattern = "^([0-9a-f]{2})*$";

/// valijson matches patterns with std::regex, whose stack grows with the text: is_hexadecimal()
/// checks long texts instead.
void take_out_patterns_of_long_texts(PlainJson& schema) {
    if (schema.is_object() && schema.value("pattern", PlainJson()) == hexadecimal_pattern) {
        schema.erase("pattern");
    }
    for (auto& part : schema) {
        if (part.is_structured()) {
            take_out_patterns_of_long_texts(part);
        }
    }
}

bool is_hexadecimal(const std::string& text) {
    return text.size() % 2 == 0 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// Whether the bytes in a row are pairs of hexadecimal digits.
bool has_hexadecimal_bytes(const RowResult& row) {
    const auto in_call = [](const Call& call) {
        return std::ranges::all_of(call.buffers, [](const Call::Buffer& buffer) {
            return is_hexadecimal(buffer.before) && is_hexadecimal(buffer.after);
        });
    };
    return std::ranges::all_of(row.calls, in_call) &&
           (!row.wire || std::ranges::all_of(row.wire->segments, [](const Segment& segment) {
               return is_hexadecimal(segment.bytes);
           }));
}

PlainJson schema_of_report() {
    auto schema = PlainJson::parse(report_schema());
    take_out_patterns_of_long_texts(schema);
    return schema;
}

/// The part of it that is about a row.
PlainJson schema_of_row() {
    const auto whole = schema_of_report();
    return {
        {"$schema", whole.at("$schema")}, {"$ref", "#/$defs/row"}, {"$defs", whole.at("$defs")}};
}

/// As this program would write it.
template <typename Value>
PlainJson written(const Value& value) {
    return PlainJson(Json(value));
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

/// Checks reports row by row, so that memory does not grow with their length.
class Checker {
public:
    /// Throws InputError for an invalid report. Of its rows only names, verdicts and standings are
    /// kept.
    Report check(const std::string& path) {
        const auto text = read_input(path);
        RowTexts texts(text, path);
        std::vector<RowResult> rows;
        auto report = read_report(text, path, [&](RowResult&& row) {
            const auto place = "[rows][" + std::to_string(rows.size()) + "]";
            const auto given = PlainJson::parse(texts.next());
            refuse(path, of_row_.problem(given, place));
            if (!has_hexadecimal_bytes(row)) {
                refuse(path, place + ": expected pairs of hexadecimal digits as bytes");
            }
            if (given != written(row)) {
                refuse(path, place + ": the verdict contradicts the checks");
            }
            row.checks.clear();
            row.calls.clear();
            row.wire.reset();
            rows.push_back(std::move(row));
        });
        auto given = PlainJson::parse(texts.text_without_rows());
        refuse(path, of_report_.problem(given, ""));
        report.rows = std::move(rows);
        auto expected = written(report);
        for (auto* json : {&given, &expected}) {
            json->erase("$schema");
            json->erase("rows");
        }
        if (given != expected || !agrees_with_its_rows(report)) {
            throw InputError(path +
                             ": expected summary, verdicts, standings and gate to be those that "
                             "the rows and their checks give");
        }
        return report;
    }

private:
    static void refuse(const std::string& path, const std::string& problem) {
        if (!problem.empty()) {
            throw InputError(path + ": expected what reports/schema says: " + problem);
        }
    }

    Validation of_report_{schema_of_report()};
    Validation of_row_{schema_of_row()};
};

}  // namespace

ExitCode check_command(const CheckOptions& options) {
    auto worst = ExitCode::gate_holds;
    Checker checker;
    for (const auto& path : report_inputs(options.reports)) {
        try {
            const auto report = checker.check(path);
            std::cout << terminal_text(path) << ": valid, " << report.rows.size() << " rows, "
                      << (report.run.complete ? "complete" : "INCOMPLETE") << "\n";
            worst =
                std::max(worst, report.run.complete ? ExitCode::gate_holds : ExitCode::gate_broken);
        } catch (const InputError& error) {
            std::cerr << "conformance-report: " << terminal_text(error.what()) << "\n";
            worst = ExitCode::bad_input;
        }
    }
    return worst;
}

}  // namespace conformance
