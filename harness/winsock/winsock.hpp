#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "winsock/address.hpp"
#include "winsock/base_provider.hpp"
#include "winsock/call_result.hpp"
#include "record/flight_recorder.hpp"
#include "winsock/function_table.hpp"
#include "winsock/ioctl_arguments.hpp"

namespace conformance {

/// The API wrapper: every call into the provider goes through here, is recorded, and comes back
/// with its error already read. Nothing is retried, mapped or normalised. The thread's last error
/// is set to 0 before each call, so that an error which the provider forgot to set is not an old
/// one.
///
/// A function that the provider does not export throws Inconclusive.
class Winsock {
public:
    Winsock(const FunctionTable& functions, FlightRecorder& recorder) noexcept
        : functions_(functions), recorder_(recorder) {}
    Winsock(const Winsock&) = delete;
    Winsock& operator=(const Winsock&) = delete;

    /// WSAStartup and WSACleanup. WSAStartup returns its error instead of setting it.
    CallResult startup(std::uint16_t version);
    CallResult cleanup();

    CallResult socket(int family, int type, int protocol);
    CallResult wsa_socket(int family, int type, int protocol, DWORD flags);
    CallResult closesocket(SOCKET s);
    CallResult bind(SOCKET s, const Address& address);
    CallResult listen(SOCKET s, int backlog);
    CallResult accept(SOCKET s);
    CallResult getsockname(SOCKET s, Address& address);
    CallResult getpeername(SOCKET s, Address& address);
    CallResult shutdown(SOCKET s, int how);
    CallResult send(SOCKET s, std::span<const unsigned char> bytes);
    CallResult recv(SOCKET s, std::span<unsigned char> bytes);
    /// WSARecv into one buffer; both are in use until the receive ends.
    CallResult wsa_recv(SOCKET s, std::span<unsigned char> bytes, OVERLAPPED& overlapped);
    /// ioctlsocket with FIONBIO, and with FIONREAD.
    CallResult set_blocking(SOCKET s, bool blocking);
    CallResult bytes_available(SOCKET s);
    CallResult event_select(SOCKET s, HANDLE event, long events);
    CallResult async_select(SOCKET s, HWND window, unsigned message, long events);
    /// WSAAccept, which calls `condition` with `context` before it accepts.
    CallResult wsa_accept(SOCKET s, LPCONDITIONPROC condition, DWORD_PTR context);
    /// WSADuplicateSocketW for this process, and the second descriptor made from its result.
    CallResult duplicate(SOCKET s, WSAPROTOCOL_INFOW& info);
    CallResult wsa_socket_from(WSAPROTOCOL_INFOW& info);
    /// select for one socket: the number of sets that contain it, 0 after the timeout.
    CallResult select_readable(SOCKET s, std::chrono::milliseconds timeout);
    CallResult select_connected(SOCKET s, std::chrono::milliseconds timeout);

    CallResult connect(SOCKET s, const Address& address);
    CallResult wsa_connect(SOCKET s, const Address& address);
    CallResult wsa_connect_by_list(SOCKET s, Address address, std::chrono::milliseconds timeout);
    CallResult wsa_connect_by_name(SOCKET s, std::string node, std::string service,
                                   std::chrono::milliseconds timeout);
    /// ConnectEx, found with SIO_GET_EXTENSION_FUNCTION_POINTER. When it fails with WSA_IO_PENDING,
    /// `overlapped` is in use until the connect ends.
    CallResult connect_ex(SOCKET s, const Address& address, OVERLAPPED& overlapped);
    /// AcceptEx, found in the same way. `addresses` has room for two addresses with 16 additional
    /// bytes each; `overlapped` is used as by connect_ex.
    CallResult accept_ex(SOCKET listener, SOCKET s, std::span<unsigned char> addresses,
                         OVERLAPPED& overlapped);
    OverlappedResult overlapped_result(SOCKET s, OVERLAPPED& overlapped, bool wait);

    /// setsockopt with exactly these arguments. `visible` is the part of optval's memory that the
    /// record may read: empty for an invalid pointer.
    CallResult setsockopt(SOCKET s, int level, int option, const void* optval, int optlen,
                          std::span<const unsigned char> visible = {});
    /// getsockopt in the same way; `visible_length` says whether optlen's memory may be read.
    CallResult getsockopt(SOCKET s, int level, int option, void* optval, int* optlen,
                          std::span<const unsigned char> visible, bool visible_length);
    /// WSAIoctl with the arguments exactly as given.
    CallResult ioctl(SOCKET s, const IoctlArguments& arguments);

    /// The number of recorded calls, and the removal of those after the first `count`: calls that
    /// only confirm a known fact would soon fill the record.
    std::size_t recorded_calls() const noexcept { return recorder_.position(); }
    void forget_calls_after(std::size_t count) noexcept { recorder_.rewind(count); }

    CallResult set_blocking_hook(FARPROC hook);
    CallResult unhook_blocking_hook();
    CallResult cancel_blocking_call();

    /// The base provider of the family's sockets of that type, started through its service provider
    /// interface. Throws Inconclusive when that is not possible.
    BaseProvider base_provider(Family family, int type = SOCK_STREAM);

private:
    /// A function that WSAIoctl finds by its id. Throws Inconclusive when there is none.
    template <typename Function>
    Function extension(SOCKET s, GUID id, const char* name);

    using Arguments = std::initializer_list<FlightRecorder::Argument>;
    using Buffers = std::initializer_list<FlightRecorder::Buffer>;

    /// Calls `function`, whose name is `name`; `failure` is the return value of a failure.
    template <typename Function, typename Enter>
    CallResult record(std::string_view name, Function function, Arguments arguments,
                      Buffers buffers, std::int64_t failure, Enter enter);
    template <typename Function, typename Enter>
    CallResult record_spans(std::string_view name, Function function,
                            std::span<const FlightRecorder::Argument> arguments,
                            std::span<const FlightRecorder::Buffer> buffers, std::int64_t failure,
                            Enter enter);

    const FunctionTable& functions_;
    FlightRecorder& recorder_;
};

}  // namespace conformance
