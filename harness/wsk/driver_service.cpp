#include "wsk/driver_service.hpp"

#include <cwchar>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "base/driver_timeout.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

/// ERROR_INVALID_IMAGE_HASH of winerror.h, which mingw-w64 does not have.
constexpr DWORD invalid_image_hash = 577;

/// Of every run's service; its process's number follows, by which leftovers are recognised.
constexpr std::wstring_view prefix = L"winsock_conformance_probe_";

std::string message_of(DWORD error) {
    switch (error) {
        case ERROR_ACCESS_DENIED: return "the process has no administrator rights";
        case ERROR_FILE_NOT_FOUND:
        case ERROR_PATH_NOT_FOUND: return "the system does not find it";
        case invalid_image_hash:
            return "the system does not take its signature: it wants a driver signed by "
                   "Microsoft, or test signing";
        case ERROR_DRIVER_BLOCKED: return "the system blocks it";
        case ERROR_BAD_EXE_FORMAT:
        case ERROR_EXE_MACHINE_TYPE_MISMATCH: return "it is no driver for this architecture";
        default:
            return std::system_category().message(static_cast<int>(error)) + " (error " +
                   std::to_string(error) + ")";
    }
}

[[noreturn]] void throw_unavailable(const std::string& what, DWORD error) {
    throw DriverUnavailable(what + ": " + message_of(error));
}

/// Whether another process with that id runs. This process has no service yet: a service with its
/// id was left by an earlier one.
bool is_another_running(DWORD process_id) {
    if (process_id == GetCurrentProcessId()) {
        return false;
    }
    const auto process = OpenProcess(SYNCHRONIZE, FALSE, process_id);
    if (process == nullptr) {
        // Anything but "no such process" is a process that is not ours to look at.
        return GetLastError() != ERROR_INVALID_PARAMETER;
    }
    const bool running = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return running;
}

/// Starts it; gives the system's error, 0 for none. While another service starts, the services'
/// database is locked (StartServiceW's documentation, ERROR_SERVICE_DATABASE_LOCKED; Wine itself
/// waits 3 s for it).
DWORD start(SC_HANDLE service) {
    const auto deadline = std::chrono::steady_clock::now() + other_driver_timeout;
    // Wine now and then loses the process that should load the driver while creating it, and
    // reports ERROR_INTERNAL_ERROR. Nothing has been loaded then, so starting it again hides no
    // answer.
    int lost = 0;
    constexpr int most_lost = 2;
    while (!StartServiceW(service, 0, nullptr)) {
        const auto error = GetLastError();
        if (error == ERROR_INTERNAL_ERROR && ++lost <= most_lost) {
            continue;
        }
        if (error != ERROR_SERVICE_DATABASE_LOCKED ||
            std::chrono::steady_clock::now() >= deadline) {
            return error;
        }
        // The system signals nothing when it is let go.
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return 0;
}

void stop(SC_HANDLE service) {
    SERVICE_STATUS status{};
    ControlService(service, SERVICE_CONTROL_STOP, &status);
}

}  // namespace

DriverService::DriverService(const std::filesystem::path& driver)
    : name_(std::wstring(prefix) + std::to_wstring(GetCurrentProcessId())) {
    std::error_code error;
    const auto path = std::filesystem::absolute(driver, error);
    const auto shown = utf8_from_path(driver);
    if (error || !std::filesystem::is_regular_file(path, error)) {
        throw DriverUnavailable("there is no driver " + shown);
    }
    manager_.reset(
        OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CREATE_SERVICE | SC_MANAGER_ENUMERATE_SERVICE));
    if (!manager_) {
        throw_unavailable("no service can be made", GetLastError());
    }
    remove_leftovers();
    service_.reset(CreateServiceW(manager_.get(), name_.c_str(), name_.c_str(),
                                  SERVICE_START | SERVICE_STOP | DELETE, SERVICE_KERNEL_DRIVER,
                                  SERVICE_DEMAND_START, SERVICE_ERROR_IGNORE, path.c_str(), nullptr,
                                  nullptr, nullptr, nullptr, nullptr));
    if (!service_) {
        throw_unavailable("no service can be made", GetLastError());
    }
    const auto why_not = start(service_.get());
    DeleteService(service_.get());
    if (why_not != 0) {
        throw_unavailable(shown + " cannot be loaded", why_not);
    }
}

DriverService::~DriverService() {
    stop(service_.get());
}

void DriverService::remove_leftovers() const {
    DWORD needed = 0;
    DWORD count = 0;
    std::vector<unsigned char> buffer;
    for (;;) {
        DWORD resume = 0;
        if (EnumServicesStatusExW(manager_.get(), SC_ENUM_PROCESS_INFO, SERVICE_DRIVER,
                                  SERVICE_STATE_ALL, buffer.data(),
                                  static_cast<DWORD>(buffer.size()), &needed, &count, &resume,
                                  nullptr)) {
            break;
        }
        if (GetLastError() != ERROR_MORE_DATA || needed == 0) {
            return;
        }
        buffer.resize(buffer.size() + needed);
    }
    const auto* services = reinterpret_cast<const ENUM_SERVICE_STATUS_PROCESSW*>(buffer.data());
    for (DWORD i = 0; i < count; ++i) {
        const std::wstring_view name(services[i].lpServiceName);
        if (!name.starts_with(prefix)) {
            continue;
        }
        const std::wstring number(name.substr(prefix.size()));
        if (is_another_running(std::wcstoul(number.c_str(), nullptr, 10))) {
            continue;
        }
        const Handle leftover(
            OpenServiceW(manager_.get(), services[i].lpServiceName, SERVICE_STOP | DELETE));
        if (leftover) {
            stop(leftover.get());
            DeleteService(leftover.get());
        }
    }
}

}  // namespace conformance
