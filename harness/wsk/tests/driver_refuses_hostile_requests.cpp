#include <catch2/catch_test_macros.hpp>

#include <array>
#include <atomic>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

#include "loaded_driver.hpp"
#include "record/windows_headers.hpp"
#include "wsk/driver_service.hpp"
#include "wsk_probe_interface.h"

using namespace conformance;

namespace {

/// The driver's device, opened. Its calls give the system's error, 0 for none.
class Device {
public:
    explicit Device(const DriverService& service)
        : handle_(CreateFileW((L"\\\\.\\" + service.device()).c_str(), GENERIC_READ | GENERIC_WRITE,
                              FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0,
                              nullptr)) {
        REQUIRE(handle_ != INVALID_HANDLE_VALUE);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device() { CloseHandle(handle_); }

    DWORD ask_raw(DWORD code, void* input, std::size_t input_size, void* output,
                  std::size_t output_size) const {
        DWORD size = 0;
        return DeviceIoControl(handle_, code, input, static_cast<DWORD>(input_size), output,
                               static_cast<DWORD>(output_size), &size, nullptr)
                   ? 0
                   : GetLastError();
    }
    template <typename Input, typename Output>
    DWORD ask(DWORD code, Input input, Output& output) const {
        return ask_raw(code, &input, sizeof input, &output, sizeof output);
    }

    unsigned open(unsigned family, unsigned flags) const {
        WskProbeSocket socket{};
        REQUIRE(ask(WSK_PROBE_OPEN, WskProbeOpen{family, SOCK_STREAM, IPPROTO_TCP, flags},
                    socket) == 0);
        return socket.socket;
    }
    DWORD close(unsigned socket) const {
        WskProbeSocket answer{};
        return ask(WSK_PROBE_CLOSE, step(socket), answer);
    }
    static WskProbeStep step(unsigned socket) {
        WskProbeStep asked{};
        asked.socket = socket;
        asked.wait = 100;
        return asked;
    }

private:
    HANDLE handle_;
};

constexpr unsigned connection = 2;

WskProbeControl getting(unsigned socket) {
    WskProbeControl asked{};
    asked.socket = socket;
    asked.wait = 100;
    asked.request_type = 1;
    asked.control_code = SO_KEEPALIVE;
    asked.level = SOL_SOCKET;
    asked.given = wsk_probe_output_buffer | wsk_probe_irp;
    asked.output_size = 4;
    return asked;
}

}  // namespace

TEST_CASE("structures of another size are refused, with every code") {
    const auto service = loaded_driver();
    const Device device(service);
    std::array<unsigned char, 512> buffer{};
    for (DWORD code = WSK_PROBE_DESCRIBE; code <= WSK_PROBE_CONTROL + 8; code += 4) {
        CAPTURE(code);
        CHECK(device.ask_raw(code, nullptr, 0, nullptr, 0) != 0);
        CHECK(device.ask_raw(code, buffer.data(), 3, buffer.data(), 3) != 0);
    }
    for (DWORD code = WSK_PROBE_OPEN; code <= WSK_PROBE_CONTROL + 8; code += 4) {
        CAPTURE(code);
        CHECK(device.ask_raw(code, buffer.data(), buffer.size(), buffer.data(), buffer.size()) !=
              0);
    }
}

TEST_CASE("numbers that name no socket are refused, also those of closed ones and of others") {
    const auto service = loaded_driver();
    const Device device(service);
    const Device other(service);
    WskProbeControlled answer{};
    for (const unsigned number : {0u, 1u, 0xffu, 0x100u, 0x1ffu, 0xffffffffu}) {
        CAPTURE(number);
        CHECK(device.ask(WSK_PROBE_CONTROL, getting(number), answer) == ERROR_INVALID_HANDLE);
        CHECK(device.close(number) == ERROR_INVALID_HANDLE);
    }
    const auto socket = device.open(AF_INET, connection);
    CHECK(other.close(socket) == ERROR_INVALID_HANDLE);
    CHECK(device.close(socket) == 0);
    CHECK(device.close(socket) == ERROR_INVALID_HANDLE);
    // The place is taken again, under another number.
    const auto next = device.open(AF_INET, connection);
    CHECK(next != socket);
    CHECK(device.ask(WSK_PROBE_CONTROL, getting(socket), answer) == ERROR_INVALID_HANDLE);
}

TEST_CASE("sizes past the buffers, and sizes without a buffer, are refused") {
    const auto service = loaded_driver();
    const Device device(service);
    const auto socket = device.open(AF_INET, connection);
    WskProbeControlled answer{};
    for (const unsigned size : {WSK_PROBE_VALUE_CAPACITY + 1u, 0x7fffffffu, 0xffffffffu}) {
        CAPTURE(size);
        auto asked = getting(socket);
        asked.output_size = size;
        CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
        asked = getting(socket);
        asked.given |= wsk_probe_input_buffer;
        asked.input_size = size;
        CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
    }
    auto asked = getting(socket);
    asked.given = wsk_probe_irp;
    CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
    asked = getting(socket);
    asked.wait = WSK_PROBE_LONGEST_WAIT + 1;
    CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
}

TEST_CASE("options that may hold pointers are refused") {
    const auto service = loaded_driver();
    const Device device(service);
    const auto socket = device.open(AF_INET, connection);
    WskProbeControlled answer{};
    // SO_WSK_SECURITY and SO_WSK_EVENT_CALLBACK, and the control codes of WSK.
    for (const unsigned option : {1u, 2u, 0x1007u, 0x3005u}) {
        CAPTURE(option);
        auto asked = getting(socket);
        asked.control_code = option;
        CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
        asked.request_type = 2;
        CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
        asked.request_type = 3;
        CHECK(device.ask(WSK_PROBE_CONTROL, asked, answer) == ERROR_INVALID_PARAMETER);
    }
}

TEST_CASE("a socket without the function is not asked for it") {
    const auto service = loaded_driver();
    const Device device(service);
    const auto socket = device.open(AF_INET, connection);
    WskProbeSocket answer{};
    CHECK(device.ask(WSK_PROBE_ACCEPT, Device::step(socket), answer) == ERROR_BAD_COMMAND);
    CHECK(device.ask(WSK_PROBE_BIND, Device::step(socket), answer) == ERROR_INVALID_PARAMETER);
}

TEST_CASE("no more sockets than there is room for") {
    const auto service = loaded_driver();
    const Device device(service);
    for (unsigned i = 0; i < WSK_PROBE_MOST_SOCKETS; ++i) {
        REQUIRE(device.open(AF_INET, connection) != 0);
    }
    CHECK(device.open(AF_INET, connection) == 0);
}

TEST_CASE("closing and using a socket at the same time") {
    const auto service = loaded_driver();
    const Device device(service);
    for (int round = 0; round < 100; ++round) {
        const auto socket = device.open(AF_INET, connection);
        std::atomic<int> closed{0};
        std::vector<std::jthread> threads;
        for (int i = 0; i < 2; ++i) {
            threads.emplace_back([&] {
                WskProbeControlled answer{};
                for (int use = 0; use < 5; ++use) {
                    device.ask(WSK_PROBE_CONTROL, getting(socket), answer);
                }
            });
            threads.emplace_back([&] { closed += device.close(socket) == 0 ? 1 : 0; });
        }
        threads.clear();
        REQUIRE(closed == 1);
    }
}
