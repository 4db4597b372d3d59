#pragma once

#include <functional>

#include "keepalive/keepalive_vals.hpp"

namespace conformance {

/// Makes `call` inside the completion routine of an overlapped SIO_KEEPALIVE_VALS, and returns its
/// answer. Throws Inconclusive when the routine is not called. `call` must not throw.
CallResult answer_inside_completion_routine(const Test& test, Family family,
                                            const std::function<CallResult()>& call);

}  // namespace conformance
