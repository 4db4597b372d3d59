#pragma once

#include "cases/common_parameters.hpp"
#include "cases/kernel_sockets.hpp"

namespace conformance {

/// The rows need the probe driver.
inline Trait in_kernel() {
    return [](RegisteredCase& of_case) {
        needs("wsk-driver")(of_case);
        runs_without_family()(of_case);
    };
}

inline const Parameter<KernelState> kernel_state(
    "socket", {KernelState::new_listening, KernelState::listening, KernelState::new_connection,
               KernelState::bound_connection, KernelState::connected, KernelState::accepted});
inline const Parameter<WskKind> wsk_kind("kind", {WskKind::listening, WskKind::connection});

}  // namespace conformance
