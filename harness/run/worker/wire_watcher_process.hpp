#pragma once

#include <cstdint>

namespace conformance {

/// The arguments of the process that watches the wire: handles as numbers, inherited from its
/// supervisor.
struct WireWatcherOptions {
    std::uintptr_t input = 0;
    std::uintptr_t output = 0;
    std::uintptr_t wire = 0;
    std::uintptr_t supervisor = 0;
};

/// Its main function: watches both families until the supervisor ends. Returns the exit code.
int run_wire_watcher(const WireWatcherOptions& options);

}  // namespace conformance
