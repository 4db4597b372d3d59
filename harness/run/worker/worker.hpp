#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace conformance {

/// The arguments of a worker: handles as numbers, inherited from its supervisor.
struct WorkerOptions {
    std::uintptr_t input = 0;
    std::uintptr_t output = 0;
    std::uintptr_t record = 0;
    std::uintptr_t wire = 0;
    /// The supervisor's process: the worker ends with it.
    std::uintptr_t supervisor = 0;
    std::filesystem::path provider;
    /// The device of the probe driver, when it is loaded, and the provider that answers its calls.
    std::string wsk_device;
    std::string wsk_provider = "system";
    /// The factor for the timeouts of setups.
    double timeout_multiplier = 1;
    /// Whether to wait for a debugger before the first row.
    bool wait_for_debugger = false;
};

/// The main function of a worker: reads its order, loads the provider, runs the rows and reports
/// each. Returns the exit code, which nothing depends on.
int run_worker(const WorkerOptions& options);

}  // namespace conformance
