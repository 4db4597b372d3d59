#include "wire/tcp_segment.hpp"

#include <algorithm>

namespace conformance {

namespace {

std::uint16_t read_16(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

std::uint32_t read_32(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::uint32_t>(read_16(bytes, at)) << 16 | read_16(bytes, at + 2);
}

}  // namespace

std::optional<TcpSegment> parse_tcp(std::span<const std::uint8_t> bytes, std::size_t length) {
    constexpr std::size_t least_header = 20;
    constexpr std::size_t most_data_kept = 16;
    if (bytes.size() < least_header || length < bytes.size()) {
        return std::nullopt;
    }
    const std::size_t header = static_cast<std::size_t>(bytes[12] >> 4) * 4;
    if (header < least_header || header > bytes.size()) {
        return std::nullopt;
    }
    const auto flags = bytes[13];
    TcpSegment segment;
    segment.source_port = read_16(bytes, 0);
    segment.destination_port = read_16(bytes, 2);
    segment.sequence = read_32(bytes, 4);
    segment.acknowledgement = read_32(bytes, 8);
    segment.fin = (flags & 0x01) != 0;
    segment.syn = (flags & 0x02) != 0;
    segment.rst = (flags & 0x04) != 0;
    segment.has_acknowledgement = (flags & 0x10) != 0;
    segment.payload = static_cast<std::uint32_t>(length - header);
    const auto kept = bytes.first(std::min(bytes.size(), header + most_data_kept));
    segment.bytes.assign(kept.begin(), kept.end());
    return segment;
}

std::optional<TcpSegment> parse_ipv4(std::span<const std::uint8_t> packet) {
    constexpr std::size_t least_header = 20;
    constexpr std::uint8_t tcp = 6;
    constexpr std::uint16_t more_fragments_or_offset = 0x3FFF;
    if (packet.size() < least_header || packet[0] >> 4 != 4 || packet[9] != tcp ||
        (read_16(packet, 6) & more_fragments_or_offset) != 0) {
        return std::nullopt;
    }
    const std::size_t header = static_cast<std::size_t>(packet[0] & 0x0F) * 4;
    const std::size_t declared = read_16(packet, 2);
    const std::size_t total = declared == 0 ? packet.size() : declared;
    if (header < least_header || total < header || packet.size() < header) {
        return std::nullopt;
    }
    // Bytes beyond the packet's length are padding.
    const auto bytes = packet.subspan(header, std::min(packet.size(), total) - header);
    auto segment = parse_tcp(bytes, total - header);
    if (segment) {
        segment->identification = read_16(packet, 4);
    }
    return segment;
}

}  // namespace conformance
