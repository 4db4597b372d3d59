#include "worker/wire_watcher_process.hpp"

#include <cstdlib>

#include "loopback/wire_watcher.hpp"
#include "worker_protocol/handle.hpp"
#include "worker_protocol/shared_memory.hpp"

namespace conformance {

int run_wire_watcher(const WireWatcherOptions& options) {
    // The supervisor decides how to react to an interruption.
    SetConsoleCtrlHandler(nullptr, TRUE);
    const SharedWire wire(handle_of(options.wire));
    const WireWatcher ipv4(Family::ipv4, *wire);
    const WireWatcher ipv6(Family::ipv6, *wire);
    WaitForSingleObject(handle_of(options.supervisor), INFINITE);
    return EXIT_SUCCESS;
}

}  // namespace conformance
