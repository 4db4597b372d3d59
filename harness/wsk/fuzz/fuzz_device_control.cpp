// fuzz_device_control DRIVER CALLS SEED [accept]: random device control calls, from several
// threads, to the driver's reference and, a quarter of them, to the system's Winsock Kernel.
// Without `accept` nothing is accepted on the reference's sockets, either. Ends with 0 when the
// driver answered them all and still answers, with 1 when it is gone.
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "record/windows_headers.hpp"
#include "wsk/driver_service.hpp"
#include "wsk_probe_interface.h"

namespace {

using namespace conformance;

HANDLE open_device(const std::wstring& name) {
    return CreateFileW((L"\\\\.\\" + name).c_str(), GENERIC_READ | GENERIC_WRITE,
                       FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
}

bool still_answers(HANDLE device) {
    WskProbeDescription description{};
    DWORD size = 0;
    return DeviceIoControl(device, WSK_PROBE_DESCRIBE, nullptr, 0, &description, sizeof description,
                           &size, nullptr) &&
           description.interface_version == WSK_PROBE_INTERFACE_VERSION;
}

bool select_reference(HANDLE device) {
    WskProbeProvider provider{};
    provider.provider = wsk_probe_reference;
    DWORD size = 0;
    return DeviceIoControl(device, WSK_PROBE_SELECT_PROVIDER, &provider, sizeof provider, nullptr,
                           0, &size, nullptr) != 0;
}

/// Which providers the sockets of an opening of the device have.
enum class Providers { reference, both };

/// One thread's calls. Nothing is accepted on a socket of the system: netio.sys of Wine 8.0 crashes
/// now and then when a listening socket is closed while an accept on it is pending. So an opening
/// with both providers belongs to one thread, which tracks the provider of each socket.
class Enemy {
public:
    Enemy(HANDLE device, Providers providers, bool accepts, std::uint64_t seed)
        : device_(device),
          providers_(providers),
          accepts_(accepts),
          provider_(providers == Providers::reference ? wsk_probe_reference : wsk_probe_system),
          random_(seed) {}

    void call() {
        std::array<unsigned char, 256> input;
        std::array<unsigned char, 256> output;
        for (auto& byte : input) {
            byte = static_cast<unsigned char>(random_());
        }
        const auto socket = sockets_[below(static_cast<unsigned>(sockets_.size()))];
        auto code = WSK_PROBE_DESCRIBE + 4 * below(10);
        if (code == WSK_PROBE_ACCEPT && !(accepts_ && socket.provider == wsk_probe_reference)) {
            code = WSK_PROBE_LOCAL_ADDRESS;
        }
        const auto plausible = plausible_input(code, socket.number, input.data());
        const bool is_plausible = below(8) != 0;
        const auto input_size =
            is_plausible ? plausible : below(static_cast<unsigned>(input.size()));
        const auto output_size =
            is_plausible ? 128 + below(64) : below(static_cast<unsigned>(output.size()));
        DWORD size = 0;
        const auto answered = DeviceIoControl(device_, code, input.data(), input_size,
                                              output.data(), output_size, &size, nullptr);
        if (answered && code == WSK_PROBE_SELECT_PROVIDER) {
            WskProbeProvider selected{};
            std::memcpy(&selected, input.data(), sizeof selected);
            provider_ = selected.provider;
        }
        if (answered && (code == WSK_PROBE_OPEN || code == WSK_PROBE_ACCEPT)) {
            WskProbeSocket made{};
            std::memcpy(&made, output.data(), sizeof made);
            const auto provider = code == WSK_PROBE_ACCEPT ? socket.provider : provider_;
            sockets_[below(static_cast<unsigned>(sockets_.size()))] = {made.socket, provider};
        }
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
    bool rarely() { return below(16) == 0; }

    /// Turns random bytes into the input of a code, mostly valid enough to get past the first
    /// checks.
    unsigned plausible_input(unsigned code, unsigned socket, unsigned char* bytes) {
        switch (code) {
            case WSK_PROBE_DESCRIBE: return 0;
            case WSK_PROBE_SELECT_PROVIDER: return put(bytes, some_provider());
            case WSK_PROBE_OPEN: {
                static constexpr unsigned families[] = {AF_INET, AF_INET6, 0, 99};
                static constexpr unsigned kinds[] = {0, 1, 2, 4, 3, 0x80000000};
                WskProbeOpen open{};
                std::memcpy(&open, bytes, sizeof open);
                open.family = families[below(rarely() ? 4 : 2)];
                open.type = 1 + below(2);
                open.protocol = below(2) != 0 ? 6 : 17;
                open.flags = kinds[below(rarely() ? 6 : 4)];
                return put(bytes, open);
            }
            case WSK_PROBE_CONTROL: {
                static constexpr unsigned sizes[] = {0, 1, 4, 8, 64, 65, 0xffffffff};
                WskProbeControl control{};
                std::memcpy(&control, bytes, sizeof control);
                control.socket = rarely() ? static_cast<unsigned>(random_()) : socket;
                control.wait = below(3);
                control.request_type = below(4);
                control.level = below(2) != 0 ? SOL_SOCKET : below(2) != 0 ? 6 : below(1 << 16);
                control.control_code = below(2) != 0 ? SO_KEEPALIVE : below(64);
                control.input_size = sizes[below(7)];
                control.output_size = sizes[below(7)];
                // The behaviour of the system without an IRP is not documented: it may crash.
                control.given |= wsk_probe_irp;
                return put(bytes, control);
            }
            default: {
                WskProbeStep step{};
                std::memcpy(&step, bytes, sizeof step);
                step.socket = rarely() ? static_cast<unsigned>(random_()) : socket;
                step.wait = below(3);
                sockaddr_in address{};
                address.sin_family = rarely() ? AF_INET6 : AF_INET;
                address.sin_addr.s_addr = 0x0100007f;
                std::memcpy(step.address.bytes, &address, sizeof address);
                step.address.size = rarely() ? 28 : sizeof address;
                return put(bytes, step);
            }
        }
    }

    WskProbeProvider some_provider() {
        static constexpr const char* mutations[] = {
            "", "complete=late", "complete=never", "irp=looked-at-late", "set=ignored", "no=such"};
        WskProbeProvider provider{};
        provider.provider = wsk_probe_reference;
        if (providers_ == Providers::both && below(2) != 0) {
            provider.provider = wsk_probe_system;
        }
        if (rarely()) {
            provider.provider = 2 + below(3);
        }
        const std::string mutation = mutations[below(6)];
        mutation.copy(provider.mutation, sizeof provider.mutation - 1);
        if (rarely()) {
            std::memset(provider.mutation, 'x', sizeof provider.mutation);
        }
        return provider;
    }

    template <typename T>
    static unsigned put(unsigned char* bytes, const T& value) {
        std::memcpy(bytes, &value, sizeof value);
        return sizeof value;
    }

    struct Socket {
        unsigned number = 0;
        unsigned provider = wsk_probe_system;
    };

    HANDLE device_;
    Providers providers_;
    bool accepts_;
    unsigned provider_;
    std::mt19937_64 random_;
    std::array<Socket, 8> sockets_{};
};

}  // namespace

int wmain(int count, wchar_t** arguments) {
    const bool accepts = count == 5 && std::wstring_view(arguments[4]) == L"accept";
    if (count != 4 && !accepts) {
        std::fprintf(stderr, "expected DRIVER CALLS SEED [accept]\n");
        return 2;
    }
    const auto calls = std::wcstoull(arguments[2], nullptr, 10);
    const auto seed = std::wcstoull(arguments[3], nullptr, 10);
    try {
        const DriverService service(arguments[1]);
        const auto last = open_device(service.device());
        if (!select_reference(last)) {
            std::fprintf(stderr, "the driver's reference cannot be selected\n");
            return 2;
        }
        std::atomic<std::uint64_t> left{calls};
        std::vector<std::jthread> enemies;
        for (std::uint64_t i = 0; i < 4; ++i) {
            enemies.emplace_back([&, i] {
                // Two of them share an opening of the device, and so each other's sockets.
                const auto device = i < 2 ? last : open_device(service.device());
                Enemy enemy(device, i < 2 ? Providers::reference : Providers::both, accepts,
                            seed * 4 + i);
                while (left.load() != 0 && left.fetch_sub(1) != 0) {
                    enemy.call();
                }
                if (i >= 2) {
                    CloseHandle(device);
                }
            });
        }
        enemies.clear();
        const bool alive = still_answers(last);
        CloseHandle(last);
        std::printf("%llu calls, seed %llu: the driver %s\n", calls, seed,
                    alive ? "still answers" : "is gone");
        return alive ? EXIT_SUCCESS : EXIT_FAILURE;
    } catch (const DriverUnavailable& why) {
        std::fprintf(stderr, "%s\n", why.what());
        return 2;
    }
}
