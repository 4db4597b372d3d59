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

/// The provider that answers the calls: the system's Winsock Kernel, or the driver's reference with
/// a mutation or without.
struct WskProvider {
    bool reference = false;
    std::string mutation;
};

/// "system", "reference" or "reference:MUTATION". Throws InputError for anything else.
WskProvider wsk_provider_from(const std::string& text);

/// Which dispatch table a socket has (WSK_FLAG_... of wsk.h).
enum class WskKind : std::uint32_t { basic = 0, listening = 1, connection = 2, datagram = 4 };

/// The arguments of WskControlSocket, exactly as they are given, for options that are a ULONG and
/// for control codes with other input.
struct WskControlArguments {
    /// WSK_CONTROL_SOCKET_TYPE of wsk.h.
    enum class Request : std::uint32_t { set_option = 0, get_option = 1, ioctl = 2 };

    Request request = Request::set_option;
    std::uint32_t control_code = 0;
    std::uint32_t level = 0;
    /// InputSize, InputBuffer: the value, or 0 and NULL without.
    std::uint32_t input_size = 0;
    std::uint32_t input = 0;
    /// What is given instead, where it is not empty: at most WSK_PROBE_VALUE_CAPACITY bytes.
    std::vector<unsigned char> input_bytes{};
    /// OutputSize; 0 and NULL without.
    std::uint32_t output_size = 0;
    /// What stands in the output's ULONG before the call.
    std::uint32_t output_before = WskOptionResult::unwritten;
    bool with_irp = true;
};

/// The API wrapper to the kernel: the probe driver makes each call as it is given; it is recorded,
/// and nothing is retried, mapped or normalised. What the driver itself refuses, and a driver that
/// is gone, throw Inconclusive.
class Wsk {
public:
    /// `device` is opened by the first call.
    Wsk(std::wstring device, WskProvider provider, FlightRecorder& recorder)
        : device_name_(std::move(device)), provider_(std::move(provider)), recorder_(recorder) {}
    Wsk(const Wsk&) = delete;
    Wsk& operator=(const Wsk&) = delete;

    /// What the driver says of itself.
    WskProbeDescription describe_driver();

    /// A socket's number is in the result's information.
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
    /// One device control request; `what` names it in the message when it is refused.
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
