#include "judge/baseline.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace conformance {

bool Platform::is(const Environment& environment) const {
    const auto is_version = [](const std::optional<std::string>& wanted,
                               const std::optional<std::string>& actual) {
        return wanted.has_value() == actual.has_value() &&
               (!wanted || *actual == *wanted || actual->starts_with(*wanted + "."));
    };
    const bool same_provider =
        provider ? provider_file_name(environment) == *provider : is_system_provider(environment);
    return is_version(wine, environment.os.wine_version) &&
           is_version(reactos, environment.os.reactos_version) &&
           versions.contains(environment.os.version) && same_provider &&
           (!architecture || *architecture == environment.architecture.name()) &&
           (!server || *server == environment.os.server);
}

bool EntryCondition::holds(const Environment& environment) const {
    const auto has = [&](const std::string& name) -> std::optional<std::uint64_t> {
        const auto found = std::ranges::find(environment.registry, name, &RegistryValue::name);
        return found == environment.registry.end() || !found->present ? std::nullopt : found->value;
    };
    return (!architecture || *architecture == environment.architecture.name()) &&
           (!provider || *provider == provider_file_name(environment)) &&
           std::ranges::all_of(registry,
                               [&](const auto& value) { return has(value.first) == value.second; });
}

std::vector<KnownOutcome> BaselineEntry::outcomes() const {
    std::vector<KnownOutcome> all{{verdict, observed}};
    all.insert(all.end(), also.begin(), also.end());
    return all;
}

bool Baseline::is_measured() const noexcept {
    return !measured.empty() || std::ranges::any_of(entries, [](const BaselineEntry& entry) {
        return !entry.unconfirmed;
    });
}

}  // namespace conformance
