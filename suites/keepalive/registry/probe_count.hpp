#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"

namespace conformance {

/// The documented number of probes up to Windows Server 2003 (NT 5.2).
inline constexpr std::uint32_t probes_by_default_before_vista = 5;
/// The documented number from Windows Vista (NT 6.0) on.
inline constexpr std::uint32_t probes_from_vista = 10;
/// The largest number that the registry can set, up to NT 5.2.
inline constexpr std::uint32_t most_probes_of_registry = 255;

/// The number of probes that the registry sets, up to NT 5.2 (so-keepalive, Remarks).
struct ConfiguredProbes {
    /// Nothing when the registry has neither value, and when the documents leave it open.
    std::optional<std::uint32_t> count;
    /// The reason when it is nothing.
    std::string reason;
    /// Whether the registry has one of the values.
    bool from_registry = false;
};

/// The larger of TcpMaxDataRetransmissions and PPTPTcpMaxDataRetransmissions when both exist; more
/// than 255 counts as 255.
ConfiguredProbes configured_probes(const std::vector<RegistryValue>& registry);

}  // namespace conformance
