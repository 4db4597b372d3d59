#pragma once

#include <filesystem>
#include <vector>

#include "model/environment.hpp"
#include "supervisor/event_queue.hpp"

namespace conformance {

/// The facts about the machine and the provider that need the provider to be loaded.
struct Inquiry {
    Environment environment;
    std::vector<Capability> capabilities;
};

/// Finds these facts in a process of its own, so that a provider that crashes or hangs while it is
/// loaded does not affect this process. `wire` includes the capabilities of rows that observe the
/// wire, which takes seconds where segments cannot be observed; without it they are missing as "not
/// tried". Throws ProviderError when the provider cannot be used.
Inquiry inquire(const std::filesystem::path& provider, bool wire, double timeout_multiplier);

}  // namespace conformance
