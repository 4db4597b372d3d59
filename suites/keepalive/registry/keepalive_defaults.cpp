#include "keepalive_registry/keepalive_defaults.hpp"

#include <algorithm>

namespace conformance {

std::string to_text(KeepaliveTime which) {
    return which == KeepaliveTime::time ? "time" : "interval";
}

std::uint32_t documented_default_ms(KeepaliveTime which) noexcept {
    return which == KeepaliveTime::time ? 2 * 60 * 60 * 1000 : 1000;
}

const char* registry_name(KeepaliveTime which) noexcept {
    return which == KeepaliveTime::time ? "KeepAliveTime" : "KeepAliveInterval";
}

ConfiguredTime configured_time(const std::vector<RegistryValue>& registry, KeepaliveTime which) {
    const std::string name = registry_name(which);
    const auto found = std::ranges::find(registry, name, &RegistryValue::name);
    if (found == registry.end() || !found->present) {
        return {documented_default_ms(which), {}, false};
    }
    if (!found->value) {
        return {{},
                "the registry's " + name + " is no REG_DWORD but " + found->type +
                    ", and what holds then is not documented",
                true};
    }
    return {*found->value, {}, true};
}

}  // namespace conformance
