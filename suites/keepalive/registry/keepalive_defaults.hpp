#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// The two times of keep-alive.
enum class KeepaliveTime { time, interval };

std::string to_text(KeepaliveTime which);

/// The documented default in ms: two hours for the time, one second for the interval (so-keepalive,
/// Remarks).
std::uint32_t documented_default_ms(KeepaliveTime which) noexcept;

/// The value of the registry that sets it for the whole system: KeepAliveTime, KeepAliveInterval.
const char* registry_name(KeepaliveTime which) noexcept;

/// What a stack uses according to the documents: the registry's value, or the documented default
/// where the registry has none.
struct ConfiguredTime {
    /// In ms; nothing where the documents do not say what holds.
    std::optional<std::uint32_t> ms;
    /// Why nothing.
    std::string reason;
    bool from_registry = false;
};

ConfiguredTime configured_time(const std::vector<RegistryValue>& registry, KeepaliveTime which);

}  // namespace conformance
