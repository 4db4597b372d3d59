#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// The number of probes that the documents name up to Windows Server 2003 (NT 5.2).
inline constexpr std::uint32_t probes_by_default_before_vista = 5;
/// The number that they name from Windows Vista (NT 6.0) on.
inline constexpr std::uint32_t probes_from_vista = 10;
/// The largest number that the registry may ask for, up to NT 5.2.
inline constexpr std::uint32_t most_probes_of_registry = 255;

/// How many probes a registry asks for, up to NT 5.2 (so-keepalive, Remarks).
struct ConfiguredProbes {
    /// Nothing where the registry has neither value, and where the documents do not say what holds.
    std::optional<std::uint32_t> count;
    /// Why nothing.
    std::string reason;
    /// Whether the registry has one of the values.
    bool from_registry = false;
};

/// The larger of TcpMaxDataRetransmissions and PPTPTcpMaxDataRetransmissions, where both are there;
/// more than 255 counts as 255.
ConfiguredProbes configured_probes(const std::vector<RegistryValue>& registry);

}  // namespace conformance
