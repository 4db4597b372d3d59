#pragma once

#include <cstdint>
#include <string>

#include "winsock/windows_headers.hpp"

namespace conformance {

enum class Family { ipv4, ipv6 };

/// "ipv4" or "ipv6".
std::string to_text(Family family);

/// AF_INET or AF_INET6.
int address_family(Family family) noexcept;

/// A loopback address and a port: the only addresses the suite ever uses.
class Address {
public:
    /// 127.0.0.1 or ::1. Port 0 lets the system choose.
    static Address loopback(Family family, std::uint16_t port = 0) noexcept;

    Family family() const noexcept { return family_; }
    std::uint16_t port() const noexcept;
    const sockaddr* data() const noexcept { return reinterpret_cast<const sockaddr*>(&storage_); }
    sockaddr* data() noexcept { return reinterpret_cast<sockaddr*>(&storage_); }
    int size() const noexcept;

private:
    explicit Address(Family family) noexcept : family_(family) {}

    Family family_;
    sockaddr_storage storage_{};
};

}  // namespace conformance
