#include "facts/machine_environment.hpp"

#include "facts/architecture.hpp"
#include "facts/operating_system.hpp"
#include "facts/registry.hpp"

namespace conformance {

Environment machine_environment() {
    Environment environment;
    environment.os = operating_system();
    environment.architecture = architecture();
    environment.elevated = is_elevated();
    environment.registry = keepalive_registry_values();
    environment.timer_resolution_us = timer_resolution_us();
    environment.ci_image = ci_image();
    return environment;
}

}  // namespace conformance
