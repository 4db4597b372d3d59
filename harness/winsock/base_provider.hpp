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

/// Where the Winsock catalogue says that a family's sockets of a type come from, without layers in
/// between (WSCEnumProtocols, WSCGetProviderPath).
struct BaseProviderEntry {
    WSAPROTOCOL_INFOW protocol{};
    std::filesystem::path dll;
    LPWSPSTARTUP startup = nullptr;
};

/// Finds the entry, loads its DLL by the path that the catalogue has for it, and looks WSPStartup
/// up. Throws Inconclusive, saying which of it is not there.
BaseProviderEntry find_base_provider(const FunctionTable& functions, Family family,
                                     int type = SOCK_STREAM);

/// A base provider started through its service provider interface, past ws2_32.dll. Its calls are
/// recorded like the API wrapper's; a CallResult's error is what the provider handed out by
/// lpErrno.
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
    /// WSPSetSockOpt and WSPGetSockOpt with the whole of a DWORD.
    CallResult set(SOCKET s, const Option<Truth>& option, std::uint32_t value);
    OptionResult get(SOCKET s, const Option<Truth>& option);

    /// WSPIoctl. Afterwards WSAGetLastError is called too, for the record: the documentation names
    /// both ways to the error.
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
