#include "judge/facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/json.hpp"
#include "model/report_binding.hpp"

namespace conformance {

namespace {

/// The names that a person reads instead of a path.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> fact_names{{
    {"suite.version", "suite version"},
    {"suite.commit", "suite commit"},
    {"suite.catalogue_sha256", "requirement catalogue"},
    {"suite.compiler", "compiler"},
    {"os.product", "system"},
    {"os.edition", "edition"},
    {"os.nt_version", "NT version"},
    {"os.build", "build"},
    {"os.ubr", "UBR"},
    {"os.display_version", "display version"},
    {"os.server", "server"},
    {"os.wine_version", "Wine"},
    {"os.reactos_version", "ReactOS"},
    {"architecture.native", "architecture"},
    {"architecture.process", "process architecture"},
    {"architecture.emulated", "emulated"},
    {"elevated", "elevated"},
    {"provider.path", "provider"},
    {"provider.version", "provider version"},
    {"provider.sha256", "provider SHA-256"},
    {"winsock_kernel", "Winsock Kernel"},
    {"winsock_catalogue", "Winsock catalogue"},
    {"ipv4_loopback", "IPv4 loopback"},
    {"ipv6_loopback", "IPv6 loopback"},
    {"timer_resolution_us", "timer resolution in us"},
    {"ci_image", "CI image"},
}};

std::string fact_name(const std::string& path) {
    const auto found =
        std::ranges::find(fact_names, path, &decltype(fact_names)::value_type::first);
    return found == fact_names.end() ? path : std::string(found->second);
}

std::string fact_text(const Json& value) {
    if (value.is_null() || value == "") {
        return "none";
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "yes" : "no";
    }
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (!value.is_object() && !value.is_array()) {
        return value.dump();
    }
    std::string text;
    for (const auto& [member, of_member] : value.items()) {
        text += text.empty() ? "" : value.is_array() ? "; " : ", ";
        text += value.is_array() ? "" : member + " ";
        text += fact_text(of_member);
    }
    return text;
}

/// The entries of a list with names: registry values, capabilities.
void add_named(Facts& facts, const std::string& kind, const Json& list) {
    for (auto entry : list) {
        auto name = kind;
        name += " " + entry.at("name").get<std::string>();
        entry.erase("name");
        facts.emplace_back(name, fact_text(entry));
    }
}

void add(Facts& facts, const std::string& path, const Json& value) {
    const bool has_name = fact_name(path) != path;
    if (path == "registry") {
        add_named(facts, path, value);
    } else if (value.is_object() && !has_name) {
        for (const auto& [member, of_member] : value.items()) {
            auto place = path;
            place += path.empty() ? "" : ".";
            place += member;
            add(facts, place, of_member);
        }
    } else {
        facts.emplace_back(fact_name(path), fact_text(value));
    }
}

}  // namespace

Facts facts_of(const Report& report) {
    Facts facts;
    add(facts, "suite", write_json(binding::suite_type, &report.suite));
    if (report.environment) {
        add(facts, "", Json(*report.environment));
    }
    add_named(facts, "capability", Json(report.capabilities));
    return facts;
}

}  // namespace conformance
