#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace conformance {

/// The arguments of the guard: handles as numbers, inherited from its parent.
struct DriverGuardOptions {
    std::uintptr_t input = 0;
    std::uintptr_t output = 0;
    std::filesystem::path driver;
    std::string provider = "system";
};

/// The main function of the guard: loads the driver, reports it, waits until its input is closed,
/// and unloads it. Returns the exit code, which nothing depends on.
int run_driver_guard(const DriverGuardOptions& options);

}  // namespace conformance
