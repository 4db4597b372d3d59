#pragma once

#include <functional>

#include "cases/test.hpp"

namespace conformance {

/// What `call` answers inside the condition function of a WSAAccept that waits for it to return.
/// Throws Inconclusive where the condition function is not called. `call` may throw nothing.
CallResult answer_inside_condition_function(const Test& test, Family family,
                                            const std::function<CallResult()>& call);

/// What `call` answers inside the completion routine of an overlapped operation. Throws
/// Inconclusive where the routine is not called. `call` may throw nothing.
CallResult answer_inside_completion_routine(const Test& test, Family family,
                                            const std::function<CallResult()>& call);

}  // namespace conformance
