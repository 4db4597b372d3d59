#pragma once

#include <string>

#include "cases/test.hpp"

namespace conformance {

/// Handles that are not sockets.
enum class HandleKind {
    closed_ipv4_socket,
    closed_ipv6_socket,
    file,
    event,
    pipe,
    invalid_socket,
    zero,
};

std::string to_text(HandleKind kind);

/// Holds such a handle for its lifetime.
class ForeignHandle {
public:
    /// Throws Inconclusive when the system does not provide one.
    ForeignHandle(const Test& test, HandleKind kind);
    ForeignHandle(const ForeignHandle&) = delete;
    ForeignHandle& operator=(const ForeignHandle&) = delete;
    ~ForeignHandle();

    SOCKET get() const noexcept { return as_socket_; }

private:
    HANDLE first_ = nullptr;
    HANDLE second_ = nullptr;
    SOCKET as_socket_ = INVALID_SOCKET;
};

}  // namespace conformance
