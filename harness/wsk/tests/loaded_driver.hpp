#pragma once

#include <catch2/catch_test_macros.hpp>

#include "winsock/windows_headers.hpp"
#include "wsk/driver_service.hpp"

namespace conformance {

/// The driver that was built, loaded. A Windows may refuse it, for its signature or the test's
/// rights, and the test is skipped; Wine has no reason to.
inline DriverService loaded_driver() {
    try {
        return DriverService(WSK_DRIVER);
    } catch (const DriverUnavailable& reason) {
        const bool is_wine =
            GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
        if (is_wine) {
            FAIL(reason.what());
        }
        SKIP(reason.what());
        throw;
    }
}

}  // namespace conformance
