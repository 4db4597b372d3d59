#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace conformance {

/// What a TCP header says (RFC 9293, section 3.1).
struct TcpSegment {
    std::uint16_t source_port = 0;
    std::uint16_t destination_port = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    bool has_acknowledgement = false;
    bool syn = false;
    bool fin = false;
    bool rst = false;
    /// The bytes of data, of which `bytes` may hold fewer.
    std::uint32_t payload = 0;
    /// The header and the first bytes of data.
    std::vector<std::uint8_t> bytes;
    /// The identification of the IPv4 packet that it came in, by which a packet that was seen twice
    /// is distinguished from one that was sent twice.
    std::uint16_t identification = 0;

    bool operator==(const TcpSegment&) const = default;
};

/// A TCP header with its data, as an IPv6 raw socket delivers it; `length` is the length of both,
/// where `bytes` may hold only the first. Nothing when it is malformed or cut off inside the
/// header.
std::optional<TcpSegment> parse_tcp(std::span<const std::uint8_t> bytes, std::size_t length);

/// An IPv4 packet with its header (RFC 791, section 3.1), as an IPv4 raw socket delivers it.
/// Nothing when it is malformed, cut off inside a header, a fragment or not of TCP. A total length
/// of 0 counts as the packet's size: that is what segmentation offload leaves.
std::optional<TcpSegment> parse_ipv4(std::span<const std::uint8_t> packet);

}  // namespace conformance
