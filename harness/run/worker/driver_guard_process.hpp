#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace conformance {

/// What the guard is started with: handles as numbers, inherited from its parent.
struct DriverGuardOptions {
    std::uintptr_t input = 0;
    std::uintptr_t output = 0;
    std::filesystem::path driver;
    std::string provider = "system";
};

/// The life of the guard: loads the driver, reports it, waits until its input ends, unloads it.
/// Returns the process's exit code, which nobody relies on.
int run_driver_guard(const DriverGuardOptions& options);

}  // namespace conformance
