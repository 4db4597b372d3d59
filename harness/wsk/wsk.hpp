#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "winsock/address.hpp"
#include "record/flight_recorder.hpp"
#include "record/windows_headers.hpp"
#include "wsk/wsk_result.hpp"
#include "wsk_probe_interface.h"

namespace conformance {

/// The provider that answers the calls: the system's Winsock Kernel, or the driver's reference,
/// with or without a mutation.
struct WskProvider {
    bool reference = false;
    std::string mutation;
};

/// "system", "reference" or "reference:MUTATION". Throws InputError for anything else.
WskProvider wsk_provider_from(const std::string& text);

/// The dispatch table of a socket (WSK_FLAG_... of wsk.h).
enum class WskKind : std::uint32_t { basic = 0, listening = 1, connection = 2, datagram = 4 };

/// The arguments of WskControlSocket, passed unchanged, for options that are a ULONG and for
/// control codes with other input.
struct WskControlArguments {
    /// WSK_CONTROL_SOCKET_TYPE of wsk.h.
    enum class Request : std::uint32_t { set_option = 0, get_option = 1, ioctl = 2 };

    Request request = Request::set_option;
    std::uint32_t control_code = 0;
    std::uint32_t level = 0;
    /// InputSize, InputBuffer: the value, or 0 and NULL for none.
    std::uint32_t input_size = 0;
    std::uint32_t input = 0;
    /// Used instead of `input` when it is not empty: at most WSK_PROBE_VALUE_CAPACITY bytes.
    std::vector<unsigned char> input_bytes{};
    /// OutputSize; 0 and NULL for none.
    std::uint32_t output_size = 0;
    /// The content of the output's ULONG before the call.
    std::uint32_t output_before = WskOptionResult::unwritten;
    bool with_irp = true;
};

/// The API wrapper to the kernel: the probe driver makes each call with exactly these arguments.
/// The call is recorded; nothing is retried, mapped or normalised. Throws Inconclusive when the
/// driver itself refuses a request, or is gone.
class Wsk {
public:
    /// The first call opens `device`.
    Wsk(std::wstring device, WskProvider provider, FlightRecorder& recorder)
        : device_name_(std::move(device)), provider_(std::move(provider)), recorder_(recorder) {}
    Wsk(const Wsk&) = delete;
    Wsk& operator=(const Wsk&) = delete;

    /// The facts that the driver reports about itself.
    WskProbeDescription describe_driver();

    /// The number of a new socket is in the result's information.
    WskResult socket(int family, int type, int protocol, WskKind kind);
    WskResult bind(std::uint32_t socket, const Address& address);
    WskResult connect(std::uint32_t socket, const Address& address);
    WskResult accept(std::uint32_t socket);
    WskResult local_address(std::uint32_t socket, Address& address);
    WskOptionResult control(std::uint32_t socket, const WskControlArguments& arguments);
    WskResult close(std::uint32_t socket);

private:
    struct Close {
        using pointer = HANDLE;
        void operator()(HANDLE handle) const noexcept { CloseHandle(handle); }
    };

    HANDLE device();
    /// One device control request; `what` is its name in the message of a refusal.
    template <typename Output, typename Input>
    Output ask(DWORD code, const Input& input, std::string_view what);
    WskProbeSocket step(DWORD code, std::string_view function, std::uint32_t socket,
                        const Address* address);

    std::wstring device_name_;
    WskProvider provider_;
    FlightRecorder& recorder_;
    std::unique_ptr<HANDLE, Close> device_;
};

}  // namespace conformance
