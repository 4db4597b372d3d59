#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "model/environment.hpp"
#include "supervisor/child_process.hpp"

namespace conformance {

/// The probe driver, loaded by a process of its own: this program again, which unloads and removes
/// the driver when this process asks for it or ends, however it ends.
class DriverGuard {
public:
    /// Loads the driver. When that fails, capability() has the reason. Throws InputError for a
    /// provider that the driver does not know.
    DriverGuard(const std::filesystem::path& driver, const std::string& provider,
                double timeout_multiplier);
    DriverGuard(const DriverGuard&) = delete;
    DriverGuard& operator=(const DriverGuard&) = delete;
    /// Returns when the driver is unloaded.
    ~DriverGuard();

    const Capability& capability() const noexcept { return capability_; }
    /// Nothing when the driver could not be loaded.
    const std::optional<WinsockKernel>& facts() const noexcept { return facts_; }
    /// The name of the device; empty when the driver could not be loaded.
    const std::string& device() const noexcept { return device_; }

private:
    void take(const std::string& line);

    EventQueue events_;
    std::unique_ptr<ChildProcess> process_;
    Capability capability_{"wsk-driver", false, {}};
    std::optional<WinsockKernel> facts_;
    std::string device_;
};

/// The driver file beside this program.
std::filesystem::path default_driver_path();

}  // namespace conformance
