#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace conformance {

/// What a worker is started with: handles as numbers, inherited from its supervisor.
struct WorkerOptions {
    std::uintptr_t input = 0;
    std::uintptr_t output = 0;
    std::uintptr_t record = 0;
    /// The supervisor's process: the worker ends with it.
    std::uintptr_t supervisor = 0;
    std::filesystem::path provider;
    /// The probe driver's device, where it is loaded, and the provider that answers its calls.
    std::string wsk_device;
    std::string wsk_provider = "system";
    /// By how much the times that set-ups wait are multiplied.
    double timeout_multiplier = 1;
    /// Before its first row.
    bool wait_for_debugger = false;
};

/// The life of a worker: reads its order, loads the provider, runs the rows, reports each.
/// Returns the process's exit code, which nobody relies on.
int run_worker(const WorkerOptions& options);

}  // namespace conformance
