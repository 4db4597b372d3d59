#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "loaded_driver.hpp"
#include "record/windows_headers.hpp"
#include "wsk/driver_service.hpp"

using namespace conformance;

namespace {

bool can_be_opened(const std::wstring& device) {
    const auto opened = CreateFileW((L"\\\\.\\" + device).c_str(), GENERIC_READ | GENERIC_WRITE, 0,
                                    nullptr, OPEN_EXISTING, 0, nullptr);
    if (opened != INVALID_HANDLE_VALUE) {
        CloseHandle(opened);
    }
    return opened != INVALID_HANDLE_VALUE;
}

bool is_dos_device(const std::wstring& device) {
    wchar_t target[512];
    return QueryDosDeviceW(device.c_str(), target, 512) != 0;
}

bool service_exists(const std::wstring& name) {
    const auto manager = OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT);
    const auto service = OpenServiceW(manager, name.c_str(), SERVICE_QUERY_STATUS);
    if (service != nullptr) {
        CloseServiceHandle(service);
    }
    CloseServiceHandle(manager);
    return service != nullptr;
}

bool is_in_registry(const std::wstring& service) {
    HKEY key = nullptr;
    const auto path = L"System\\CurrentControlSet\\Services\\" + service;
    const bool found =
        RegOpenKeyExW(HKEY_LOCAL_MACHINE, path.c_str(), 0, KEY_QUERY_VALUE, &key) == ERROR_SUCCESS;
    if (found) {
        RegCloseKey(key);
    }
    return found;
}

}  // namespace

TEST_CASE("a driver that was loaded is gone when it is done with, two hundred times") {
    for (int i = 0; i < 200; ++i) {
        CAPTURE(i);
        std::wstring device;
        {
            const auto service = loaded_driver();
            device = service.device();
            REQUIRE(can_be_opened(device));
        }
        REQUIRE_FALSE(can_be_opened(device));
        REQUIRE_FALSE(is_dos_device(device));
        REQUIRE_FALSE(service_exists(device));
        REQUIRE_FALSE(is_in_registry(device));
    }
}
