#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace conformance {

/// The fields of a TCP header (RFC 9293, section 3.1).
struct TcpSegment {
    std::uint16_t source_port = 0;
    std::uint16_t destination_port = 0;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    bool has_acknowledgement = false;
    bool syn = false;
    bool fin = false;
    bool rst = false;
    /// The number of payload bytes, of which `bytes` may hold fewer.
    std::uint32_t payload = 0;
    /// The header and the first payload bytes.
    std::vector<std::uint8_t> bytes;
    /// The identification of its IPv4 packet, which separates a packet that was seen twice from one
    /// that was sent twice.
    std::uint16_t identification = 0;

    bool operator==(const TcpSegment&) const = default;
};

/// Parses a TCP header with its payload, as an IPv6 raw socket delivers it; `length` is the length
/// of both, and `bytes` may hold only the beginning. Nothing when it is malformed or ends inside
/// the header.
std::optional<TcpSegment> parse_tcp(std::span<const std::uint8_t> bytes, std::size_t length);

/// Parses an IPv4 packet (RFC 791, section 3.1), as an IPv4 raw socket delivers it. Nothing when it
/// is malformed, ends inside a header, or is a fragment or not TCP. A total length of 0, which
/// segmentation offload leaves, stands for the packet's size.
std::optional<TcpSegment> parse_ipv4(std::span<const std::uint8_t> packet);

}  // namespace conformance
