#include "model/environment.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"
#include "model/environment_binding.hpp"

namespace conformance {

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
    json = write_json(binding::environment_type, &environment);
}

void from_json(const Json& json, Environment& environment) {
    environment = {};
    read_json(json, "environment", binding::environment_type, &environment);
}

void to_json(Json& json, const Capability& capability) {
    json = write_json(binding::capability_type, &capability);
}

void from_json(const Json& json, Capability& capability) {
    capability = {};
    read_json(json, "capability", binding::capability_type, &capability);
}

}  // namespace conformance
