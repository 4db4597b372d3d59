#include "winsock/address.hpp"

#include <cstddef>

namespace conformance {

namespace {

// htons and ntohs are exports of ws2_32.dll, from which nothing is imported.
constexpr std::uint16_t swap_bytes(std::uint16_t value) noexcept {
    return static_cast<std::uint16_t>((value << 8) | (value >> 8));
}

}  // namespace

std::string to_text(Family family) {
    return family == Family::ipv4 ? "ipv4" : "ipv6";
}

int address_family(Family family) noexcept {
    return family == Family::ipv4 ? AF_INET : AF_INET6;
}

Address Address::loopback(Family family, std::uint16_t port) noexcept {
    Address address(family);
    if (family == Family::ipv4) {
        auto& ipv4 = reinterpret_cast<sockaddr_in&>(address.storage_);
        ipv4.sin_family = AF_INET;
        ipv4.sin_port = swap_bytes(port);
        ipv4.sin_addr.S_un.S_un_b.s_b1 = 127;
        ipv4.sin_addr.S_un.S_un_b.s_b4 = 1;
    } else {
        auto& ipv6 = reinterpret_cast<sockaddr_in6&>(address.storage_);
        ipv6.sin6_family = AF_INET6;
        ipv6.sin6_port = swap_bytes(port);
        ipv6.sin6_addr.s6_addr[15] = 1;
    }
    return address;
}

Address Address::loopback_ipv4(std::uint8_t b, std::uint8_t c, std::uint8_t d) noexcept {
    auto address = loopback(Family::ipv4);
    auto& bytes = reinterpret_cast<sockaddr_in&>(address.storage_).sin_addr.S_un.S_un_b;
    bytes.s_b2 = b;
    bytes.s_b3 = c;
    bytes.s_b4 = d;
    return address;
}

Address Address::mapped_loopback() noexcept {
    return mapped(loopback(Family::ipv4));
}

Address Address::mapped(const Address& ipv4) noexcept {
    auto address = loopback(Family::ipv6, ipv4.port());
    const auto& four = reinterpret_cast<const sockaddr_in&>(ipv4.storage_).sin_addr.S_un.S_un_b;
    auto& bytes = reinterpret_cast<sockaddr_in6&>(address.storage_).sin6_addr.s6_addr;
    bytes[10] = 0xFF;
    bytes[11] = 0xFF;
    bytes[12] = four.s_b1;
    bytes[13] = four.s_b2;
    bytes[14] = four.s_b3;
    bytes[15] = four.s_b4;
    return address;
}

std::uint16_t Address::port() const noexcept {
    return swap_bytes(family_ == Family::ipv4
                          ? reinterpret_cast<const sockaddr_in&>(storage_).sin_port
                          : reinterpret_cast<const sockaddr_in6&>(storage_).sin6_port);
}

void Address::set_port(std::uint16_t port) noexcept {
    // Both families have it in the same place, and in network byte order.
    reinterpret_cast<sockaddr_in&>(storage_).sin_port = swap_bytes(port);
}

int Address::size() const noexcept {
    return family_ == Family::ipv4 ? static_cast<int>(sizeof(sockaddr_in))
                                   : static_cast<int>(sizeof(sockaddr_in6));
}

}  // namespace conformance
