#include "winsock/winsock.hpp"

#include <string>
#include <type_traits>

#include "model/inconclusive.hpp"

namespace conformance {

namespace {

using Argument = FlightRecorder::Argument;

Argument handle(SOCKET s) {
    return {"s", static_cast<std::uint64_t>(s), ArgumentKind::handle};
}

Argument number(std::string_view name, std::int64_t value,
                ArgumentKind kind = ArgumentKind::number) {
    return {name, static_cast<std::uint64_t>(value), kind};
}

Argument pointer(std::string_view name, const void* value) {
    return {name, static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(value)),
            ArgumentKind::pointer};
}

std::span<const unsigned char> bytes_of(const Address& address) {
    return {reinterpret_cast<const unsigned char*>(address.data()),
            static_cast<std::size_t>(address.size())};
}

template <typename T>
std::span<const unsigned char> bytes_of(const T& object) requires std::is_trivially_copyable_v<T> {
    return {reinterpret_cast<const unsigned char*>(&object), sizeof object};
}

std::span<const unsigned char> bytes_of(const std::string& text) {
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

constexpr std::int64_t failed_socket = -1;

timeval timeval_of(std::chrono::milliseconds time) {
    return {static_cast<long>(time.count() / 1000), static_cast<long>(time.count() % 1000 * 1000)};
}

fd_set set_of(SOCKET s) {
    fd_set set{};
    set.fd_count = 1;
    set.fd_array[0] = s;
    return set;
}

}  // namespace

template <typename Function, typename Enter>
CallResult Winsock::record(std::string_view name, Function function, Arguments arguments,
                           Buffers buffers, std::int64_t failure, Enter enter) {
    return record_spans(name, function, std::span(arguments.begin(), arguments.size()),
                        std::span(buffers.begin(), buffers.size()), failure, enter);
}

template <typename Function, typename Enter>
CallResult Winsock::record_spans(std::string_view name, Function function,
                                 std::span<const Argument> arguments,
                                 std::span<const FlightRecorder::Buffer> buffers,
                                 std::int64_t failure, Enter enter) {
    if (function == nullptr) {
        throw Inconclusive("the provider exports no " + std::string(name));
    }
    functions_.WSASetLastError(0);
    auto in_flight = recorder_.begin(name, arguments, buffers);
    // By way of the signed type of the same width, so that INVALID_SOCKET is -1 on 32 bits too.
    const auto returned = enter(function);
    const auto value = static_cast<std::int64_t>(
        static_cast<std::make_signed_t<decltype(enter(function))>>(returned));
    const bool failed = value == failure;
    const int error = failed ? functions_.WSAGetLastError() : 0;
    in_flight.finish(value, failed, error);
    return {name, value, failed, error};
}

CallResult Winsock::startup(std::uint16_t version) {
    WSADATA data{};
    auto in_flight = recorder_.begin("WSAStartup", {number("wVersionRequested", version)});
    const int error = functions_.WSAStartup(version, &data);
    in_flight.finish(error, error != 0, error);
    return {"WSAStartup", error, error != 0, error};
}

CallResult Winsock::cleanup() {
    return record("WSACleanup", functions_.WSACleanup, {}, {}, SOCKET_ERROR,
                  [](auto function) { return function(); });
}

CallResult Winsock::socket(int family, int type, int protocol) {
    return record("socket", functions_.socket,
                  {number("af", family, ArgumentKind::family),
                   number("type", type, ArgumentKind::socket_type),
                   number("protocol", protocol, ArgumentKind::protocol)},
                  {}, failed_socket,
                  [&](auto function) { return function(family, type, protocol); });
}

CallResult Winsock::wsa_socket(int family, int type, int protocol, DWORD flags) {
    return record("WSASocketW", functions_.WSASocketW,
                  {number("af", family, ArgumentKind::family),
                   number("type", type, ArgumentKind::socket_type),
                   number("protocol", protocol, ArgumentKind::protocol), number("dwFlags", flags)},
                  {}, failed_socket, [&](auto function) {
                      return function(family, type, protocol, nullptr, 0, flags);
                  });
}

CallResult Winsock::closesocket(SOCKET s) {
    return record("closesocket", functions_.closesocket, {handle(s)}, {}, SOCKET_ERROR,
                  [&](auto function) { return function(s); });
}

CallResult Winsock::bind(SOCKET s, const Address& address) {
    return record("bind", functions_.bind, {handle(s)}, {{"name", bytes_of(address)}}, SOCKET_ERROR,
                  [&](auto function) { return function(s, address.data(), address.size()); });
}

CallResult Winsock::listen(SOCKET s, int backlog) {
    return record("listen", functions_.listen, {handle(s), number("backlog", backlog)}, {},
                  SOCKET_ERROR, [&](auto function) { return function(s, backlog); });
}

CallResult Winsock::accept(SOCKET s) {
    return record("accept", functions_.accept, {handle(s)}, {}, failed_socket,
                  [&](auto function) { return function(s, nullptr, nullptr); });
}

CallResult Winsock::getsockname(SOCKET s, Address& address) {
    int length = address.size();
    return record("getsockname", functions_.getsockname, {handle(s)}, {{"name", bytes_of(address)}},
                  SOCKET_ERROR,
                  [&](auto function) { return function(s, address.data(), &length); });
}

CallResult Winsock::getpeername(SOCKET s, Address& address) {
    int length = address.size();
    return record("getpeername", functions_.getpeername, {handle(s)}, {{"name", bytes_of(address)}},
                  SOCKET_ERROR,
                  [&](auto function) { return function(s, address.data(), &length); });
}

CallResult Winsock::shutdown(SOCKET s, int how) {
    return record("shutdown", functions_.shutdown, {handle(s), number("how", how)}, {},
                  SOCKET_ERROR, [&](auto function) { return function(s, how); });
}

CallResult Winsock::send(SOCKET s, std::span<const unsigned char> bytes) {
    return record("send", functions_.send, {handle(s)}, {{"buf", bytes}}, SOCKET_ERROR,
                  [&](auto function) {
                      return function(s, reinterpret_cast<const char*>(bytes.data()),
                                      static_cast<int>(bytes.size()), 0);
                  });
}

CallResult Winsock::recv(SOCKET s, std::span<unsigned char> bytes) {
    return record("recv", functions_.recv, {handle(s)}, {{"buf", bytes}}, SOCKET_ERROR,
                  [&](auto function) {
                      return function(s, reinterpret_cast<char*>(bytes.data()),
                                      static_cast<int>(bytes.size()), 0);
                  });
}

CallResult Winsock::wsa_recv(SOCKET s, std::span<unsigned char> bytes, OVERLAPPED& overlapped) {
    WSABUF buffer{static_cast<ULONG>(bytes.size()), reinterpret_cast<char*>(bytes.data())};
    DWORD flags = 0;
    return record("WSARecv", functions_.WSARecv, {handle(s), pointer("lpOverlapped", &overlapped)},
                  {{"buf", bytes}}, SOCKET_ERROR, [&](auto function) {
                      return function(s, &buffer, 1, nullptr, &flags, &overlapped, nullptr);
                  });
}

CallResult Winsock::set_blocking(SOCKET s, bool blocking) {
    u_long argument = blocking ? 0 : 1;
    return record("ioctlsocket", functions_.ioctlsocket,
                  {handle(s), number("cmd", FIONBIO, ArgumentKind::ioctl),
                   number("argp", static_cast<std::int64_t>(argument))},
                  {}, SOCKET_ERROR, [&](auto function) {
                      return function(s, static_cast<long>(FIONBIO), &argument);
                  });
}

CallResult Winsock::bytes_available(SOCKET s) {
    u_long available = 0;
    return record(
        "ioctlsocket", functions_.ioctlsocket,
        {handle(s), number("cmd", FIONREAD, ArgumentKind::ioctl)}, {}, SOCKET_ERROR,
        [&](auto function) { return function(s, static_cast<long>(FIONREAD), &available); });
}

CallResult Winsock::event_select(SOCKET s, HANDLE event, long events) {
    return record("WSAEventSelect", functions_.WSAEventSelect,
                  {handle(s), number("lNetworkEvents", events)}, {}, SOCKET_ERROR,
                  [&](auto function) { return function(s, event, events); });
}

CallResult Winsock::async_select(SOCKET s, HWND window, unsigned message, long events) {
    return record("WSAAsyncSelect", functions_.WSAAsyncSelect,
                  {handle(s), number("wMsg", message), number("lEvent", events)}, {}, SOCKET_ERROR,
                  [&](auto function) { return function(s, window, message, events); });
}

CallResult Winsock::wsa_accept(SOCKET s, LPCONDITIONPROC condition, DWORD_PTR context) {
    return record("WSAAccept", functions_.WSAAccept, {handle(s)}, {}, failed_socket,
                  [&](auto function) { return function(s, nullptr, nullptr, condition, context); });
}

CallResult Winsock::duplicate(SOCKET s, WSAPROTOCOL_INFOW& info) {
    const auto process = GetCurrentProcessId();
    return record("WSADuplicateSocketW", functions_.WSADuplicateSocketW, {handle(s)}, {},
                  SOCKET_ERROR, [&](auto function) { return function(s, process, &info); });
}

CallResult Winsock::wsa_socket_from(WSAPROTOCOL_INFOW& info) {
    return record("WSASocketW", functions_.WSASocketW, {pointer("lpProtocolInfo", &info)}, {},
                  failed_socket, [&](auto function) {
                      return function(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO,
                                      &info, 0, WSA_FLAG_OVERLAPPED);
                  });
}

CallResult Winsock::select_readable(SOCKET s, std::chrono::milliseconds timeout) {
    auto readable = set_of(s);
    auto time = timeval_of(timeout);
    return record("select", functions_.select, {handle(s), number("timeout_ms", timeout.count())},
                  {}, SOCKET_ERROR,
                  [&](auto function) { return function(0, &readable, nullptr, nullptr, &time); });
}

CallResult Winsock::select_connected(SOCKET s, std::chrono::milliseconds timeout) {
    auto writable = set_of(s);
    auto failed = set_of(s);
    auto time = timeval_of(timeout);
    return record("select", functions_.select, {handle(s), number("timeout_ms", timeout.count())},
                  {}, SOCKET_ERROR,
                  [&](auto function) { return function(0, nullptr, &writable, &failed, &time); });
}

CallResult Winsock::connect(SOCKET s, const Address& address) {
    return record("connect", functions_.connect, {handle(s)}, {{"name", bytes_of(address)}},
                  SOCKET_ERROR,
                  [&](auto function) { return function(s, address.data(), address.size()); });
}

CallResult Winsock::wsa_connect(SOCKET s, const Address& address) {
    return record("WSAConnect", functions_.WSAConnect, {handle(s)}, {{"name", bytes_of(address)}},
                  SOCKET_ERROR, [&](auto function) {
                      return function(s, address.data(), address.size(), nullptr, nullptr, nullptr,
                                      nullptr);
                  });
}

CallResult Winsock::wsa_connect_by_list(SOCKET s, Address address,
                                        std::chrono::milliseconds timeout) {
    SOCKET_ADDRESS_LIST list{};
    list.iAddressCount = 1;
    list.Address[0] = {address.data(), address.size()};
    auto time = timeval_of(timeout);
    return record("WSAConnectByList", functions_.WSAConnectByList,
                  {handle(s), number("timeout_ms", timeout.count())}, {{"list", bytes_of(address)}},
                  FALSE, [&](auto function) {
                      return function(s, &list, nullptr, nullptr, nullptr, nullptr, &time, nullptr);
                  });
}

CallResult Winsock::wsa_connect_by_name(SOCKET s, std::string node, std::string service,
                                        std::chrono::milliseconds timeout) {
    auto time = timeval_of(timeout);
    return record("WSAConnectByNameA", functions_.WSAConnectByNameA,
                  {handle(s), number("timeout_ms", timeout.count())},
                  {{"nodename", bytes_of(node)}, {"servicename", bytes_of(service)}}, FALSE,
                  [&](auto function) {
                      return function(s, node.data(), service.data(), nullptr, nullptr, nullptr,
                                      nullptr, &time, nullptr);
                  });
}

template <typename Function>
Function Winsock::extension(SOCKET s, GUID id, const char* name) {
    Function function_found = nullptr;
    DWORD returned = 0;
    const auto found = record(
        "WSAIoctl", functions_.WSAIoctl,
        {handle(s),
         number("dwIoControlCode", SIO_GET_EXTENSION_FUNCTION_POINTER, ArgumentKind::ioctl)},
        {{"lpvInBuffer", {reinterpret_cast<const unsigned char*>(&id), sizeof id}}}, SOCKET_ERROR,
        [&](auto function) {
            return function(s, SIO_GET_EXTENSION_FUNCTION_POINTER, &id, sizeof id, &function_found,
                            sizeof function_found, &returned, nullptr, nullptr);
        });
    if (found.failed || function_found == nullptr) {
        throw Inconclusive(std::string("the provider has no ") + name + ": WSAIoctl answered " +
                           describe(found));
    }
    return function_found;
}

CallResult Winsock::connect_ex(SOCKET s, const Address& address, OVERLAPPED& overlapped) {
    const auto found = extension<LPFN_CONNECTEX>(s, WSAID_CONNECTEX, "ConnectEx");
    return record("ConnectEx", found, {handle(s), pointer("lpOverlapped", &overlapped)},
                  {{"name", bytes_of(address)}}, FALSE, [&](auto function) {
                      return function(s, address.data(), address.size(), nullptr, 0, nullptr,
                                      &overlapped);
                  });
}

CallResult Winsock::accept_ex(SOCKET listener, SOCKET s, std::span<unsigned char> addresses,
                              OVERLAPPED& overlapped) {
    const auto found = extension<LPFN_ACCEPTEX>(listener, WSAID_ACCEPTEX, "AcceptEx");
    const auto each = static_cast<DWORD>(addresses.size() / 2);
    return record("AcceptEx", found,
                  {{"sListenSocket", static_cast<std::uint64_t>(listener), ArgumentKind::handle},
                   {"sAcceptSocket", static_cast<std::uint64_t>(s), ArgumentKind::handle},
                   pointer("lpOverlapped", &overlapped)},
                  {}, FALSE, [&](auto function) {
                      DWORD received = 0;
                      return function(listener, s, addresses.data(), 0, each, each, &received,
                                      &overlapped);
                  });
}

OverlappedResult Winsock::overlapped_result(SOCKET s, OVERLAPPED& overlapped, bool wait) {
    DWORD transferred = 0;
    DWORD flags = 0;
    OverlappedResult result;
    result.call =
        record("WSAGetOverlappedResult", functions_.WSAGetOverlappedResult,
               {handle(s), pointer("lpOverlapped", &overlapped), number("fWait", wait ? 1 : 0)},
               {{"lpcbTransfer", bytes_of(transferred)},
                {"lpdwFlags", bytes_of(flags)},
                {"lpOverlapped", bytes_of(overlapped)}},
               FALSE, [&](auto function) {
                   return function(s, &overlapped, &transferred, wait ? TRUE : FALSE, &flags);
               });
    result.bytes = transferred;
    result.flags = flags;
    return result;
}

CallResult Winsock::setsockopt(SOCKET s, int level, int option, const void* optval, int optlen,
                               std::span<const unsigned char> visible) {
    return record("setsockopt", functions_.setsockopt,
                  {handle(s), number("level", level, ArgumentKind::level),
                   number("optname", option, ArgumentKind::option), pointer("optval", optval),
                   number("optlen", optlen)},
                  {{"optval", visible}}, SOCKET_ERROR, [&](auto function) {
                      return function(s, level, option, static_cast<const char*>(optval), optlen);
                  });
}

CallResult Winsock::getsockopt(SOCKET s, int level, int option, void* optval, int* optlen,
                               std::span<const unsigned char> visible, bool visible_length) {
    const std::span length{reinterpret_cast<const unsigned char*>(optlen),
                           visible_length ? sizeof *optlen : 0};
    return record("getsockopt", functions_.getsockopt,
                  {handle(s), number("level", level, ArgumentKind::level),
                   number("optname", option, ArgumentKind::option), pointer("optval", optval),
                   pointer("optlen", optlen)},
                  {{"optval", visible}, {"optlen", length}}, SOCKET_ERROR, [&](auto function) {
                      return function(s, level, option, static_cast<char*>(optval), optlen);
                  });
}

CallResult Winsock::ioctl(SOCKET s, const IoctlArguments& arguments) {
    return record_spans("WSAIoctl", functions_.WSAIoctl, arguments.recorded_arguments(s),
                        arguments.recorded_buffers(), SOCKET_ERROR, [&](auto function) {
                            // The prototype takes the input without const, and only reads it.
                            return function(s, arguments.code, const_cast<void*>(arguments.input),
                                            arguments.input_size, arguments.output,
                                            arguments.output_size, arguments.bytes_returned,
                                            arguments.overlapped, arguments.routine);
                        });
}

BaseProvider Winsock::base_provider(Family family, int type) {
    return {functions_, recorder_, family, type};
}

CallResult Winsock::set_blocking_hook(FARPROC hook) {
    return record("WSASetBlockingHook", functions_.WSASetBlockingHook, {}, {}, 0,
                  [&](auto function) { return reinterpret_cast<std::intptr_t>(function(hook)); });
}

CallResult Winsock::unhook_blocking_hook() {
    return record("WSAUnhookBlockingHook", functions_.WSAUnhookBlockingHook, {}, {}, SOCKET_ERROR,
                  [](auto function) { return function(); });
}

CallResult Winsock::cancel_blocking_call() {
    return record("WSACancelBlockingCall", functions_.WSACancelBlockingCall, {}, {}, SOCKET_ERROR,
                  [](auto function) { return function(); });
}

}  // namespace conformance
