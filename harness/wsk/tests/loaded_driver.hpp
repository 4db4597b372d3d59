#pragma once

#include <cstdlib>
#include <filesystem>

#include <catch2/catch_test_macros.hpp>

#include "record/windows_headers.hpp"
#include "wsk/driver_service.hpp"

namespace conformance {

/// The driver that was built with these tests.
std::filesystem::path built_driver();

/// The driver under test: CONFORMANCE_WSK_DRIVER in the environment, or the one that was built.
inline std::filesystem::path driver_path() {
    const wchar_t* named = _wgetenv(L"CONFORMANCE_WSK_DRIVER");
    return named != nullptr ? std::filesystem::path(named) : built_driver();
}

/// Whether nothing may keep the driver from being loaded: under Wine, and where a driver was named.
inline bool driver_has_to_load() {
    return _wgetenv(L"CONFORMANCE_WSK_DRIVER") != nullptr ||
           GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

/// The driver, loaded. A Windows may refuse one that was not named, for its signature or the test's
/// rights, and the test is skipped.
inline DriverService loaded_driver() {
    try {
        return DriverService(driver_path());
    } catch (const DriverUnavailable& reason) {
        if (driver_has_to_load()) {
            FAIL(reason.what());
        }
        SKIP(reason.what());
        throw;
    }
}

}  // namespace conformance
