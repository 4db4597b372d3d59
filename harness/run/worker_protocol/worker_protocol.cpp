#include "worker_protocol/worker_protocol.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/json.hpp"

namespace conformance {

namespace {

constexpr std::array<std::string_view, 6> kinds{"facts",    "provider-error", "started",
                                                "finished", "fault",          "done"};

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_line(const WorkerOrder& order) {
    Json rows = Json::array();
    for (const auto& id : order.rows) {
        rows.push_back({{"row", id.row}, {"repetition", id.repetition}});
    }
    Json variables = Json::object();
    for (const auto& [repetition, of_repetition] : order.variables) {
        variables[std::to_string(repetition)] = of_repetition;
    }
    return line_of({{"facts", order.facts},
                    {"wire", order.wire},
                    {"rows", std::move(rows)},
                    {"calls_of_passed", order.calls_of_passed},
                    {"variables", std::move(variables)}});
}

WorkerOrder order_from_line(const std::string& line) {
    const auto json = parse_json(line, "the worker's order");
    WorkerOrder order;
    order.facts = json.at("facts").get<bool>();
    order.wire = json.at("wire").get<bool>();
    for (const auto& id : json.at("rows")) {
        order.rows.push_back(
            {id.at("row").get<std::string>(), id.at("repetition").get<std::uint32_t>()});
    }
    order.calls_of_passed = json.at("calls_of_passed").get<bool>();
    for (const auto& [repetition, variables] : json.at("variables").items()) {
        order.variables[static_cast<std::uint32_t>(std::stoul(repetition))] =
            variables.get<Variables>();
    }
    return order;
}

std::string to_line(const WorkerMessage& message) {
    Json json{{"event", kinds[static_cast<std::size_t>(message.kind)]}};
    switch (message.kind) {
        case WorkerMessage::Kind::facts:
            json["environment"] = *message.environment;
            json["capabilities"] = message.capabilities;
            break;
        case WorkerMessage::Kind::provider_error: json["text"] = message.text; break;
        case WorkerMessage::Kind::started:
            json["row"] = message.id.row;
            json["repetition"] = message.id.repetition;
            break;
        case WorkerMessage::Kind::finished:
            json["result"] = message.result;
            json["text"] = message.text;
            break;
        case WorkerMessage::Kind::fault:
            json["row"] = message.id.row;
            json["repetition"] = message.id.repetition;
            json["text"] = message.text;
            break;
        case WorkerMessage::Kind::done: break;
    }
    return line_of(json);
}

WorkerMessage message_from_line(const std::string& line) {
    try {
        const auto json = parse_json(line, "a worker's message");
        const auto found = std::ranges::find(kinds, json.at("event").get<std::string>());
        if (found == kinds.end()) {
            throw InputError("a worker's message: expected a known event");
        }
        WorkerMessage message;
        message.kind = static_cast<WorkerMessage::Kind>(found - kinds.begin());
        message.text = json.value("text", std::string());
        message.id = {json.value("row", std::string()), json.value("repetition", 1u)};
        if (json.contains("result")) {
            message.result = json.at("result").get<RowResult>();
            message.id = {message.result.row, message.result.repetition};
        }
        if (json.contains("environment")) {
            message.environment = json.at("environment").get<Environment>();
            message.capabilities = json.at("capabilities").get<std::vector<Capability>>();
        }
        return message;
    } catch (const Json::exception&) {
        throw InputError("a worker's message: expected the documented members");
    }
}

}  // namespace conformance
