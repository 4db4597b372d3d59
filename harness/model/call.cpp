#include "model/call.hpp"

#include "base/json.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

Json numbered(int code) {
    return {{"number", code}, {"name", error_name(code)}};
}

}  // namespace

void to_json(Json& json, const Call& call) {
    json = Json{{"function", call.function}, {"arguments", Json::object()}};
    for (const auto& argument : call.arguments) {
        json["arguments"][argument.name] = argument.value;
    }
    json["buffers"] = Json::array();
    for (const auto& buffer : call.buffers) {
        json["buffers"].push_back({{"name", buffer.name},
                                   {"size", buffer.size},
                                   {"before", buffer.before},
                                   {"after", buffer.after}});
    }
    json["result"] = call.result ? Json(*call.result) : Json(nullptr);
    json["error"] = call.error ? numbered(*call.error) : Json(nullptr);
    json["io_status"] = nullptr;
    if (call.io_status) {
        json["io_status"] = {{"completions", call.io_status->completions},
                             {"status", numbered(call.io_status->status)},
                             {"information", call.io_status->information}};
    }
    json["microseconds"] = call.microseconds;
}

void from_json(const Json& json, Call& call) {
    call = {};
    call.function = json.at("function").get<std::string>();
    for (const auto& [name, value] : json.at("arguments").items()) {
        call.arguments.push_back({name, value.get<std::string>()});
    }
    for (const auto& buffer : json.at("buffers")) {
        call.buffers.push_back(
            {buffer.at("name").get<std::string>(), buffer.at("size").get<std::uint32_t>(),
             buffer.at("before").get<std::string>(), buffer.at("after").get<std::string>()});
    }
    if (!json.at("result").is_null()) {
        call.result = json.at("result").get<std::int64_t>();
    }
    if (!json.at("error").is_null()) {
        call.error = json.at("error").at("number").get<int>();
    }
    if (const auto& io_status = json.at("io_status"); !io_status.is_null()) {
        call.io_status = {io_status.at("completions").get<std::uint32_t>(),
                          io_status.at("status").at("number").get<int>(),
                          io_status.at("information").get<std::uint64_t>()};
    }
    call.microseconds = json.at("microseconds").get<double>();
}

}  // namespace conformance
