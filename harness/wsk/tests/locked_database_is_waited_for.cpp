#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <string>
#include <thread>

#include "loaded_driver.hpp"
#include "record/windows_headers.hpp"

using namespace conformance;
using namespace std::chrono_literals;

namespace {

/// Set by the program of the stuck service when it runs.
HANDLE is_starting() {
    return CreateEventW(nullptr, FALSE, FALSE, L"Global\\winsock_conformance_stuck_service");
}

/// A service whose program never answers. Its start, made in a thread of its own, holds the lock of
/// the services' database until that program ends.
class StuckService {
public:
    StuckService()
        : is_starting_(is_starting()),
          manager_(OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CREATE_SERVICE)) {
        wchar_t program[MAX_PATH];
        GetModuleFileNameW(nullptr, program, MAX_PATH);
        const auto command = L"\"" + std::wstring(program) + L"\" [never-answers]";
        const auto name = L"winsock_conformance_stuck_" + std::to_wstring(GetCurrentProcessId());
        service_ =
            CreateServiceW(manager_, name.c_str(), name.c_str(), SERVICE_START | DELETE,
                           SERVICE_WIN32_OWN_PROCESS, SERVICE_DEMAND_START, SERVICE_ERROR_IGNORE,
                           command.c_str(), nullptr, nullptr, nullptr, nullptr, nullptr);
        starting_ = std::thread([this] { StartServiceW(service_, 0, nullptr); });
    }
    StuckService(const StuckService&) = delete;
    StuckService& operator=(const StuckService&) = delete;
    ~StuckService() {
        starting_.join();
        DeleteService(service_);
        CloseServiceHandle(service_);
        CloseServiceHandle(manager_);
        CloseHandle(is_starting_);
    }

    bool starts_within(std::chrono::milliseconds timeout) const {
        return WaitForSingleObject(is_starting_, static_cast<DWORD>(timeout.count())) ==
               WAIT_OBJECT_0;
    }

private:
    HANDLE is_starting_;
    SC_HANDLE manager_;
    SC_HANDLE service_ = nullptr;
    std::thread starting_;
};

}  // namespace

TEST_CASE("the program of a service that never answers", "[.][never-answers]") {
    const auto starting = is_starting();
    SetEvent(starting);
    // Longer than the three seconds after which Wine calls the database locked.
    std::this_thread::sleep_for(7s);
    CloseHandle(starting);
}

TEST_CASE("a driver is loaded once another service's start is over") {
    // What a Windows refuses is not for this test to find out.
    { const auto loaded = loaded_driver(); }
    const StuckService stuck;
    REQUIRE(stuck.starts_within(10s));
    const auto loaded = loaded_driver();
    CHECK_FALSE(loaded.device().empty());
}
