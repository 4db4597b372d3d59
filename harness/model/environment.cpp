#include "model/environment.hpp"

#include <algorithm>
#include <cctype>

#include "base/json.hpp"

namespace conformance {

namespace {

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

template <typename T>
std::optional<T> optional_from(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<T>());
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

std::string Architecture::name() const {
    return native == process ? process : process + " on " + native;
}

bool is_system_provider(const Environment& environment) {
    const auto path = in_lower_case(environment.provider.path);
    return path.ends_with("\\system32\\ws2_32.dll") || path.ends_with("\\syswow64\\ws2_32.dll");
}

std::string provider_file_name(const Environment& environment) {
    const auto& path = environment.provider.path;
    return in_lower_case(path.substr(path.find_last_of("\\/") + 1));
}

void to_json(Json& json, const Environment& environment) {
    const auto& os = environment.os;
    json = Json{
        {"os",
         {{"product", os.product},
          {"edition", os.edition},
          {"nt_version", {{"major", os.version.major}, {"minor", os.version.minor}}},
          {"build", os.version.build},
          {"ubr", or_null(os.ubr)},
          {"display_version", os.display_version},
          {"server", os.server},
          {"wine_version", or_null(os.wine_version)},
          {"reactos_version", or_null(os.reactos_version)}}},
        {"architecture",
         {{"native", environment.architecture.native},
          {"process", environment.architecture.process},
          {"emulated", environment.architecture.emulated}}},
        {"elevated", environment.elevated},
        {"provider",
         {{"path", environment.provider.path},
          {"version", environment.provider.version},
          {"sha256", environment.provider.sha256}}},
        {"winsock_kernel", nullptr},
        {"winsock_catalogue", Json::array()},
        {"registry", Json::array()},
        {"ipv4_loopback", environment.ipv4_loopback},
        {"ipv6_loopback", environment.ipv6_loopback},
        {"timer_resolution_us", environment.timer_resolution_us},
        {"ci_image", environment.ci_image},
    };
    if (const auto& kernel = environment.winsock_kernel) {
        json["winsock_kernel"] = {{"driver", kernel->driver},
                                  {"sha256", kernel->sha256},
                                  {"npi_version", kernel->npi_version},
                                  {"provider", kernel->provider}};
    }
    for (const auto& entry : environment.catalogue) {
        json["winsock_catalogue"].push_back({{"name", entry.name},
                                             {"address_family", entry.address_family},
                                             {"socket_type", entry.socket_type},
                                             {"protocol", entry.protocol},
                                             {"service_flags", entry.service_flags},
                                             {"chain_length", entry.chain_length}});
    }
    for (const auto& value : environment.registry) {
        json["registry"].push_back({{"name", value.name},
                                    {"present", value.present},
                                    {"type", value.type},
                                    {"value", or_null(value.value)}});
    }
}

void from_json(const Json& json, Environment& environment) {
    environment = {};
    const auto& os = json.at("os");
    environment.os = {
        os.at("product").get<std::string>(),
        os.at("edition").get<std::string>(),
        {os.at("nt_version").at("major").get<std::uint32_t>(),
         os.at("nt_version").at("minor").get<std::uint32_t>(), os.at("build").get<std::uint32_t>()},
        optional_from<std::uint32_t>(os.at("ubr")),
        os.at("display_version").get<std::string>(),
        os.at("server").get<bool>(),
        optional_from<std::string>(os.at("wine_version")),
        optional_from<std::string>(os.at("reactos_version"))};
    const auto& architecture = json.at("architecture");
    environment.architecture = {architecture.at("native").get<std::string>(),
                                architecture.at("process").get<std::string>(),
                                architecture.at("emulated").get<bool>()};
    environment.elevated = json.at("elevated").get<bool>();
    const auto& provider = json.at("provider");
    environment.provider = {provider.at("path").get<std::string>(),
                            provider.at("version").get<std::string>(),
                            provider.at("sha256").get<std::string>()};
    if (const auto& kernel = json.at("winsock_kernel"); !kernel.is_null()) {
        environment.winsock_kernel = {
            kernel.at("driver").get<std::string>(), kernel.at("sha256").get<std::string>(),
            kernel.at("npi_version").get<std::string>(), kernel.at("provider").get<std::string>()};
    }
    for (const auto& entry : json.at("winsock_catalogue")) {
        environment.catalogue.push_back(
            {entry.at("name").get<std::string>(), entry.at("address_family").get<int>(),
             entry.at("socket_type").get<int>(), entry.at("protocol").get<int>(),
             entry.at("service_flags").get<std::uint32_t>(), entry.at("chain_length").get<int>()});
    }
    for (const auto& value : json.at("registry")) {
        environment.registry.push_back(
            {value.at("name").get<std::string>(), value.at("present").get<bool>(),
             value.at("type").get<std::string>(), optional_from<std::uint32_t>(value.at("value"))});
    }
    environment.ipv4_loopback = json.at("ipv4_loopback").get<bool>();
    environment.ipv6_loopback = json.at("ipv6_loopback").get<bool>();
    environment.timer_resolution_us = json.at("timer_resolution_us").get<double>();
    environment.ci_image = json.at("ci_image").get<std::string>();
}

void to_json(Json& json, const Capability& capability) {
    json = Json{{"name", capability.name},
                {"available", capability.available},
                {"reason", capability.reason}};
}

void from_json(const Json& json, Capability& capability) {
    capability = {json.at("name").get<std::string>(), json.at("available").get<bool>(),
                  json.at("reason").get<std::string>()};
}

}  // namespace conformance
