#include "keepalive_registry/probe_count.hpp"

#include <algorithm>
#include <array>

namespace conformance {

ConfiguredProbes configured_probes(const std::vector<RegistryValue>& registry) {
    constexpr std::array names{"TcpMaxDataRetransmissions", "PPTPTcpMaxDataRetransmissions"};
    std::vector<std::uint32_t> values;
    std::string absent;
    for (const auto* name : names) {
        const auto found = std::ranges::find(registry, name, &RegistryValue::name);
        if (found == registry.end() || !found->present) {
            absent = name;
        } else if (!found->value) {
            return {std::nullopt,
                    std::string("the registry's ") + name + " is " + found->type +
                        ", which the documents do not say anything of",
                    true};
        } else {
            values.push_back(static_cast<std::uint32_t>(*found->value));
        }
    }
    if (values.empty()) {
        return {std::nullopt, "the registry has neither value", false};
    }
    if (values.size() < names.size()) {
        return {std::nullopt,
                "the registry has no " + absent +
                    ", and the documents do not say what the other value means alone",
                true};
    }
    return {std::min(most_probes_of_registry, std::max(values[0], values[1])), {}, true};
}

}  // namespace conformance
