#pragma once

#include <string>

#include "cases/test.hpp"

namespace conformance {

/// Descriptors that are no sockets.
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

/// Such a descriptor, for as long as the object lives.
class ForeignHandle {
public:
    /// Throws Inconclusive when the system does not give one.
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
