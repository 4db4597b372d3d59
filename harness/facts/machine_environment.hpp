#pragma once

#include "model/environment.hpp"

namespace conformance {

/// All of the environment but what only an initialised provider can say.
Environment machine_environment();

}  // namespace conformance
