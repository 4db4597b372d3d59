#include <set>
#include <string>
#include <vector>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <catch2/catch_test_macros.hpp>

#include "harness_runs.hpp"
#include "report_schema/report_schema.hpp"

using namespace conformance;

namespace {

/// The first thing that is wrong with a report, or an empty text.
std::string what_is_wrong(const nlohmann::json& report) {
    const auto text = nlohmann::json::parse(report_schema());
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(report), &results)) {
        return {};
    }
    valijson::ValidationResults::Error error;
    results.popError(error);
    std::string where;
    for (const auto& part : error.context) {
        where += part;
    }
    return where + ": " + error.description;
}

nlohmann::json report_of(const std::vector<std::string>& arguments, const char* misbehaviour = "") {
    const TestFolder folder;
    auto with_report = arguments;
    with_report.insert(with_report.end(), {"--report", folder.file("report.json")});
    run_suite(folder, with_report, misbehaviour);
    return nlohmann::json::parse(text_of(folder.file("report.json")));
}

}  // namespace

TEST_CASE("a report with rows of every kind is valid") {
    const auto report = report_of({"run", "so-keepalive/set", "so-keepalive/connecting",
                                   "so-keepalive/wire/ten-probes", "sio-keepalive-vals/overlapped",
                                   "sio-keepalive-vals/wspioctl", "ipproto-tcp/ranges",
                                   "tcp-nodelay", "so-linger", "wsk-so-keepalive/set", "walk"});
    std::set<std::string> documents;
    for (const auto& row : report.at("rows")) {
        const auto name = row.at("case").get<std::string>();
        documents.insert(name.substr(0, name.find('/')));
    }
    CHECK(documents == std::set<std::string>{"ipproto-tcp", "sio-keepalive-vals", "so-keepalive",
                                             "so-linger", "tcp-nodelay", "walk",
                                             "wsk-so-keepalive"});
    CHECK(what_is_wrong(report) == "");
}

TEST_CASE("the report of a run with crashed and timed out rows is valid") {
    const auto report = report_of({"run", "so-keepalive/boolean", "--provider",
                                   misbehaving_provider(), "--timeout-multiplier", "0.1"},
                                  "hang");
    CHECK(report.at("summary").at("rows").at("timeout") == 2);
    CHECK(what_is_wrong(report) == "");
}

TEST_CASE("the schema refuses what is not a report") {
    const auto good = report_of({"run", "so-keepalive/since-2000"});
    REQUIRE(what_is_wrong(good) == "");
    auto unknown_field = good;
    unknown_field["rows"][0]["mood"] = "good";
    CHECK(what_is_wrong(unknown_field) != "");
    auto missing_field = good;
    missing_field["environment"].erase("registry");
    CHECK(what_is_wrong(missing_field) != "");
    auto wrong_verdict = good;
    wrong_verdict["rows"][0]["verdict"] = "splendid";
    CHECK(what_is_wrong(wrong_verdict) != "");
    auto other_version = good;
    other_version["schema_version"] = 3;
    CHECK(what_is_wrong(other_version) != "");
}
