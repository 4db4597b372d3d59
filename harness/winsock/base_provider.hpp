#pragma once

#include <cstdint>
#include <filesystem>

#include "winsock/address.hpp"
#include "winsock/call_result.hpp"
#include "record/flight_recorder.hpp"
#include "winsock/function_table.hpp"
#include "winsock/ioctl_arguments.hpp"
#include "winsock/option.hpp"

namespace conformance {

/// The base provider that the Winsock catalogue has for sockets of a family and type, without
/// layers above it (WSCEnumProtocols, WSCGetProviderPath).
struct BaseProviderEntry {
    WSAPROTOCOL_INFOW protocol{};
    std::filesystem::path dll;
    LPWSPSTARTUP startup = nullptr;
};

/// Finds the catalogue entry, loads the DLL from its path, and looks up WSPStartup. Throws
/// Inconclusive, which names the missing part.
BaseProviderEntry find_base_provider(const FunctionTable& functions, Family family,
                                     int type = SOCK_STREAM);

/// A base provider that is started through its service provider interface, without ws2_32.dll. Its
/// calls are recorded like those of the API wrapper; the error of a CallResult comes from lpErrno.
class BaseProvider {
public:
    /// Throws Inconclusive when there is no such provider, or when its WSPStartup fails.
    BaseProvider(const FunctionTable& functions, FlightRecorder& recorder, Family family,
                 int type = SOCK_STREAM);
    BaseProvider(const BaseProvider&) = delete;
    BaseProvider& operator=(const BaseProvider&) = delete;
    /// WSPCleanup.
    ~BaseProvider();

    /// WSPSocket: a socket of the provider's type, with these flags.
    CallResult socket(DWORD flags = WSA_FLAG_OVERLAPPED);
    CallResult closesocket(SOCKET s);
    /// WSPSetSockOpt and WSPGetSockOpt with a whole DWORD.
    CallResult set(SOCKET s, const Option<Truth>& option, std::uint32_t value);
    OptionResult get(SOCKET s, const Option<Truth>& option);

    /// WSPIoctl, followed by WSAGetLastError for the record: the documentation names both ways to
    /// get the error.
    CallResult ioctl(SOCKET s, const IoctlArguments& arguments, WSATHREADID* thread);

private:
    template <typename Function, typename Enter>
    CallResult record(std::string_view name, Function function,
                      std::span<const FlightRecorder::Argument> arguments,
                      std::span<const FlightRecorder::Buffer> buffers, Enter enter);

    const FunctionTable& functions_;
    FlightRecorder& recorder_;
    WSAPROTOCOL_INFOW protocol_{};
    WSPPROC_TABLE procedures_{};
    int error_ = 0;
};

}  // namespace conformance
