#pragma once

#include "model/environment.hpp"

namespace conformance {

/// The environment, without the part that needs an initialised provider.
Environment machine_environment();

}  // namespace conformance
