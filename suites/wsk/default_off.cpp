#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

// Whoever sets nothing has it off: sockets of both kinds in every state, and an accepted one whose
// listener has it off.
CONFORMANCE_CASE("wsk-so-keepalive/default-off/is-off", checks("wsk-so-keepalive.default-off"),
                 rows(family, kernel_state), in_kernel()) {
    const KernelSocket in_state(test, row[family], row[kernel_state]);
    CHECK_KERNEL_SWITCH(test, in_state.socket(), off);
}

}  // namespace conformance
