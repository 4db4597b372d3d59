#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "record/windows_headers.hpp"

namespace conformance {

/// The probe driver cannot be loaded here; the message is the reason.
struct DriverUnavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The probe driver, loaded as a service for the lifetime of this object. The service is marked for
/// deletion as soon as the driver runs, so that it does not survive a restart of the system,
/// whatever happens to this process. Remains of an earlier process are removed first.
class DriverService {
public:
    /// Loads the driver. Throws DriverUnavailable.
    explicit DriverService(const std::filesystem::path& driver);
    DriverService(const DriverService&) = delete;
    DriverService& operator=(const DriverService&) = delete;
    /// Unloads the driver when no process has its device open any more.
    ~DriverService();

    /// The name of the device, to be opened as `\\.\NAME`.
    const std::wstring& device() const noexcept { return name_; }

private:
    struct Close {
        using pointer = SC_HANDLE;
        void operator()(SC_HANDLE handle) const noexcept { CloseServiceHandle(handle); }
    };
    using Handle = std::unique_ptr<SC_HANDLE, Close>;

    void remove_leftovers() const;

    std::wstring name_;
    Handle manager_;
    Handle service_;
};

}  // namespace conformance
