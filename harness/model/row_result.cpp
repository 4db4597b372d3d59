#include "model/row_result.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace conformance {

const Check* RowResult::failed_check() const noexcept {
    const auto found = std::ranges::find(checks, false, &Check::passed);
    return found == checks.end() ? nullptr : &*found;
}

void to_json(Json& json, const RowResult& result) {
    const auto* failed = result.failed_check();
    json = Json{{"case", result.case_name},
                {"row", result.row},
                {"repetition", result.repetition},
                {"parameters", Json::object()},
                {"requirements", result.requirements},
                {"verdict", to_string(result.verdict)},
                {"reason", result.reason},
                {"unobserved", nullptr},
                {"attempts", Json::array()},
                {"expected", failed != nullptr ? failed->expected : ""},
                {"actual", failed != nullptr ? failed->actual : ""},
                {"checks", Json::array()},
                {"calls", result.calls},
                {"wire", result.wire ? Json(*result.wire) : Json(nullptr)},
                {"duration_us", result.duration_us},
                {"standing", nullptr}};
    if (result.source) {
        json["source"] = {{"file", result.source->file}, {"line", result.source->line}};
    }
    if (result.unobserved) {
        json["unobserved"] = to_string(*result.unobserved);
    }
    for (const auto& attempt : result.attempts) {
        json["attempts"].push_back(
            {{"reason", attempt.reason}, {"duration_us", attempt.duration_us}});
    }
    if (result.standing) {
        json["standing"] = to_string(*result.standing);
    }
    for (const auto& parameter : result.parameters) {
        json["parameters"][parameter.name] = parameter.value;
    }
    for (const auto& check : result.checks) {
        json["checks"].push_back({{"expression", check.expression},
                                  {"expected", check.expected},
                                  {"actual", check.actual},
                                  {"passed", check.passed},
                                  {"recorded", check.recorded},
                                  {"line", check.line}});
        if (check.calls_before != 0) {
            json["checks"].back()["calls_before"] = check.calls_before;
        }
    }
}

void from_json(const Json& json, RowResult& result) {
    result = {};
    result.case_name = json.at("case").get<std::string>();
    result.row = json.at("row").get<std::string>();
    result.repetition = json.at("repetition").get<std::uint32_t>();
    for (const auto& [name, value] : json.at("parameters").items()) {
        result.parameters.push_back({name, value.get<std::string>()});
    }
    if (const auto source = json.find("source"); source != json.end()) {
        result.source = {source->at("file").get<std::string>(),
                         source->at("line").get<std::uint32_t>()};
    }
    result.requirements = json.at("requirements").get<std::vector<std::string>>();
    const auto name = json.at("verdict").get<std::string>();
    const auto verdict = verdict_from(name);
    if (!verdict) {
        throw InputError("\"" + name + "\" is no verdict");
    }
    result.verdict = *verdict;
    result.reason = json.at("reason").get<std::string>();
    if (const auto& cause = json.at("unobserved"); !cause.is_null()) {
        result.unobserved = unobserved_from(cause.get<std::string>());
        if (!result.unobserved) {
            throw InputError("\"" + cause.get<std::string>() +
                             "\" is no cause for which a row is not observed");
        }
    }
    for (const auto& attempt : json.at("attempts")) {
        result.attempts.push_back({attempt.at("reason").get<std::string>(),
                                   attempt.at("duration_us").get<std::int64_t>()});
    }
    for (const auto& check : json.at("checks")) {
        result.checks.push_back(
            {check.at("expression").get<std::string>(), check.at("expected").get<std::string>(),
             check.at("actual").get<std::string>(), check.at("passed").get<bool>(),
             check.at("line").get<std::uint32_t>(), check.at("recorded").get<bool>(),
             check.value("calls_before", std::uint32_t{0})});
    }
    result.calls = json.at("calls").get<std::vector<Call>>();
    if (!json.at("wire").is_null()) {
        result.wire = json.at("wire").get<WireEvidence>();
    }
    result.duration_us = json.at("duration_us").get<std::int64_t>();
}

}  // namespace conformance
