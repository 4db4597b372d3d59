#pragma once

#include <cstdint>
#include <string>

#include "record/windows_headers.hpp"

namespace conformance {

enum class Family { ipv4, ipv6 };

/// "ipv4" or "ipv6".
std::string to_text(Family family);

/// AF_INET or AF_INET6.
int address_family(Family family) noexcept;

/// A loopback address and a port: the suite uses no other addresses.
class Address {
public:
    /// 127.0.0.1 or ::1. Port 0 lets the system choose.
    static Address loopback(Family family, std::uint16_t port = 0) noexcept;

    /// 127.`b`.`c`.`d`, with port 0.
    static Address loopback_ipv4(std::uint8_t b, std::uint8_t c, std::uint8_t d) noexcept;

    /// ::ffff:127.0.0.1: the form of 127.0.0.1 on AF_INET6 sockets whose IPV6_V6ONLY is 0.
    static Address mapped_loopback() noexcept;
    /// The same for another IPv4 address, with its port.
    static Address mapped(const Address& ipv4) noexcept;

    Family family() const noexcept { return family_; }
    std::uint16_t port() const noexcept;
    void set_port(std::uint16_t port) noexcept;
    const sockaddr* data() const noexcept { return reinterpret_cast<const sockaddr*>(&storage_); }
    sockaddr* data() noexcept { return reinterpret_cast<sockaddr*>(&storage_); }
    int size() const noexcept;

private:
    explicit Address(Family family) noexcept : family_(family) {}

    Family family_;
    sockaddr_storage storage_{};
};

}  // namespace conformance
