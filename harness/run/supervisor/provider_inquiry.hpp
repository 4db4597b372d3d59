#pragma once

#include <filesystem>
#include <vector>

#include "model/environment.hpp"
#include "supervisor/event_queue.hpp"

namespace conformance {

/// What a process that loads the provider finds out about the machine and the provider.
struct Inquiry {
    Environment environment;
    std::vector<Capability> capabilities;
};

/// Asks in a process of its own, so that a provider that crashes or hangs while it is loaded does
/// not take this process along. `wire` includes the capabilities of rows that watch the wire, which
/// takes seconds where segments cannot be seen; without it they are missing as "not tried".
/// Throws ProviderError when the provider cannot be used.
Inquiry inquire(const std::filesystem::path& provider, bool wire, double timeout_multiplier);

}  // namespace conformance
