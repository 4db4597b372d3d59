#pragma once

#include "cases/common_parameters.hpp"
#include "cases/overlapped_operation.hpp"

namespace conformance {

/// The methods by which the completion of an overlapped operation is signalled.
inline const Parameter<Signal> signal("signal", {Signal::event, Signal::completion_port,
                                                 Signal::completion_routine});

}  // namespace conformance
