#pragma once

#include <functional>

#include "keepalive/keepalive_vals.hpp"

namespace conformance {

/// What `call` answers inside the completion routine of an overlapped SIO_KEEPALIVE_VALS. Throws
/// Inconclusive where the routine is not called. `call` may throw nothing.
CallResult answer_inside_completion_routine(const Test& test, Family family,
                                            const std::function<CallResult()>& call);

}  // namespace conformance
