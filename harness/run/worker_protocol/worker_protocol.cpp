#include "worker_protocol/worker_protocol.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "model/environment_binding.hpp"
#include "model/json_binding.hpp"
#include "model/row_binding.hpp"

namespace conformance {

namespace {

constexpr std::array<std::string_view, 6> kinds{"facts",    "provider-error", "started",
                                                "finished", "fault",          "done"};

struct EventName {
    static Target target(void* message) { return {BoundWord{message, read, "a known event"}}; }
    static bool read(void* message, std::string_view word) {
        const auto found = std::ranges::find(kinds, word);
        static_cast<WorkerMessage*>(message)->kind =
            static_cast<WorkerMessage::Kind>(found - kinds.begin());
        return found != kinds.end();
    }
    static std::optional<Json> write(const void* message) {
        const auto kind = static_cast<const WorkerMessage*>(message)->kind;
        return Json(kinds[static_cast<std::size_t>(kind)]);
    }
};

constexpr Member id_members[] = {
    {"row", binding::value<&RowId::row>},
    {"repetition", binding::value<&RowId::repetition>},
};
constexpr ObjectType id_type{id_members};

constexpr Member message_members[] = {
    {"event", binding::access<EventName>},
    {"text", binding::access<binding::AddedValue<&WorkerMessage::text>>, true},
    {"id", binding::added_object<&WorkerMessage::id, id_type>, true},
    {"result", binding::added_object<&WorkerMessage::result, binding::row_type>, true},
    {"environment", binding::added_object<&WorkerMessage::environment, binding::environment_type>,
     true},
    {"capabilities", binding::objects<&WorkerMessage::capabilities, binding::capability_type>,
     true},
};
constexpr ObjectType message_type{message_members};

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
    const auto json = Json::parse(line);
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
    return line_of(write_json(message_type, &message));
}

WorkerMessage message_from_line(const std::string& line) {
    const std::string name = "a worker's message";
    WorkerMessage message;
    read_json(std::string_view(line), name, message_type, &message);
    if (message.kind == WorkerMessage::Kind::finished && !message.result) {
        throw InputError(name + ": expected the row's result");
    }
    if (message.kind == WorkerMessage::Kind::facts && !message.environment) {
        throw InputError(name + ": expected the environment");
    }
    return message;
}

}  // namespace conformance
