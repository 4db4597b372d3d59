#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "winsock/address.hpp"
#include "winsock/function_table.hpp"

namespace conformance {

/// The system's own Winsock, started, for the harness itself: the provider under test, which may do
/// anything, takes no part, and its calls are not recorded.
class SystemWinsock {
public:
    /// Throws Inconclusive when it cannot be started.
    SystemWinsock();
    SystemWinsock(const SystemWinsock&) = delete;
    SystemWinsock& operator=(const SystemWinsock&) = delete;
    ~SystemWinsock();

    const FunctionTable& functions() const noexcept { return library_.functions(); }

private:
    ProviderLibrary library_;
};

/// A socket of the system's Winsock, which has to outlive it.
class SystemSocket {
public:
    SystemSocket() = default;
    /// Throws Inconclusive, with the error, when the socket cannot be created.
    SystemSocket(const SystemWinsock& winsock, int family, int type, int protocol);
    SystemSocket(const SystemWinsock& winsock, SOCKET s) noexcept : winsock_(&winsock), s_(s) {}
    SystemSocket(SystemSocket&& other) noexcept;
    SystemSocket& operator=(SystemSocket&& other) noexcept;
    ~SystemSocket();

    SOCKET handle() const noexcept { return s_; }
    const FunctionTable& functions() const noexcept { return winsock_->functions(); }

    /// Each function throws Inconclusive when it fails.
    Address bind(Address address) const;
    void listen() const;
    void connect(const Address& address) const;
    SystemSocket accept() const;
    /// Makes the socket non-blocking; `event` is set when something has arrived since the last
    /// recv.
    void signal_when_readable(HANDLE event) const;
    void send(std::string_view text) const;

    /// Whether something can be read; waits up to `timeout` ms for it.
    bool is_readable_within(std::chrono::milliseconds timeout) const;
    /// At most `size` received bytes; empty at the end of the connection, or when it is broken.
    std::string receive(std::size_t size) const;

private:
    void require_success(int result, const char* function) const;

    const SystemWinsock* winsock_ = nullptr;
    SOCKET s_ = INVALID_SOCKET;
};

}  // namespace conformance
