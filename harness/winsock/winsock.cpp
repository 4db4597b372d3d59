// Winsock's calls on a socket, but for those that connect it and its options.
#include "winsock/recorded_call.hpp"

namespace conformance {

using namespace recorded;

namespace {

fd_set set_of(SOCKET s) {
    fd_set set{};
    set.fd_count = 1;
    set.fd_array[0] = s;
    return set;
}

}  // namespace

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

}  // namespace conformance
