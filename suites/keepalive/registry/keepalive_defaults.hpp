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

/// The name of the registry value that sets it for the whole system: KeepAliveTime,
/// KeepAliveInterval.
const char* registry_name(KeepaliveTime which) noexcept;

/// The time that a stack uses according to the documents: the registry's value, or the documented
/// default without one.
struct ConfiguredTime {
    /// In ms; nothing when the documents leave it open.
    std::optional<std::uint32_t> ms;
    /// The reason when it is nothing.
    std::string reason;
    bool from_registry = false;
};

ConfiguredTime configured_time(const std::vector<RegistryValue>& registry, KeepaliveTime which);

}  // namespace conformance
