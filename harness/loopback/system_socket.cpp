#include "loopback/system_socket.hpp"

#include <utility>

#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

[[noreturn]] void refused(const FunctionTable& functions, const std::string& what) {
    throw Inconclusive("set-up: the system's " + what + " answered " +
                       describe_error(functions.WSAGetLastError()));
}

}  // namespace

SystemWinsock::SystemWinsock() : library_(system_provider_path()) {
    WSADATA data{};
    const int error = functions().WSAStartup(MAKEWORD(2, 2), &data);
    if (error != 0) {
        throw Inconclusive("set-up: the system's WSAStartup answered " + describe_error(error));
    }
}

SystemWinsock::~SystemWinsock() {
    functions().WSACleanup();
}

SystemSocket::SystemSocket(const SystemWinsock& winsock, int family, int type, int protocol)
    : winsock_(&winsock), s_(winsock.functions().socket(family, type, protocol)) {
    if (s_ == INVALID_SOCKET) {
        refused(functions(), "socket");
    }
}

SystemSocket::SystemSocket(SystemSocket&& other) noexcept
    : winsock_(other.winsock_), s_(std::exchange(other.s_, INVALID_SOCKET)) {}

SystemSocket& SystemSocket::operator=(SystemSocket&& other) noexcept {
    std::swap(winsock_, other.winsock_);
    std::swap(s_, other.s_);
    return *this;
}

SystemSocket::~SystemSocket() {
    if (s_ != INVALID_SOCKET) {
        functions().closesocket(s_);
    }
}

void SystemSocket::require_success(int result, const char* function) const {
    if (result == SOCKET_ERROR) {
        refused(functions(), function);
    }
}

Address SystemSocket::bind(Address address) const {
    require_success(functions().bind(s_, address.data(), address.size()), "bind");
    int size = address.size();
    require_success(functions().getsockname(s_, address.data(), &size), "getsockname");
    return address;
}

void SystemSocket::listen() const {
    require_success(functions().listen(s_, SOMAXCONN), "listen");
}

void SystemSocket::connect(const Address& address) const {
    require_success(functions().connect(s_, address.data(), address.size()), "connect");
}

SystemSocket SystemSocket::accept() const {
    if (!is_readable_within(setup_timeout())) {
        throw Inconclusive("set-up: no connection reached the harness's own listener");
    }
    const auto accepted = functions().accept(s_, nullptr, nullptr);
    if (accepted == INVALID_SOCKET) {
        refused(functions(), "accept");
    }
    return {*winsock_, accepted};
}

void SystemSocket::signal_when_readable(HANDLE event) const {
    require_success(functions().WSAEventSelect(s_, event, FD_READ), "WSAEventSelect");
}

void SystemSocket::send(std::string_view text) const {
    require_success(functions().send(s_, text.data(), static_cast<int>(text.size()), 0), "send");
}

bool SystemSocket::is_readable_within(std::chrono::milliseconds timeout) const {
    fd_set readable{};
    readable.fd_count = 1;
    readable.fd_array[0] = s_;
    const auto us = std::chrono::microseconds(timeout).count();
    timeval time{static_cast<long>(us / 1'000'000), static_cast<long>(us % 1'000'000)};
    return functions().select(0, &readable, nullptr, nullptr, &time) == 1;
}

std::string SystemSocket::receive(std::size_t size) const {
    std::string bytes(size, '\0');
    const int received = functions().recv(s_, bytes.data(), static_cast<int>(size), 0);
    bytes.resize(received > 0 ? static_cast<std::size_t>(received) : 0);
    return bytes;
}

}  // namespace conformance
