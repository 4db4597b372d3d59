#include "wire/pcap.hpp"

#include <cstdint>
#include <vector>

#include "base/text.hpp"

namespace conformance {

namespace {

using Bytes = std::vector<std::uint8_t>;

/// In network byte order.
void append_16(Bytes& bytes, std::size_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

/// RFC 791, section 3.1.
Bytes ipv4_header(std::size_t tcp_length) {
    Bytes header{0x45, 0};
    append_16(header, 20 + tcp_length);
    for (const int byte : {0, 0, 0x40, 0, 64, 6, 0, 0, 127, 0, 0, 1, 127, 0, 0, 1}) {
        header.push_back(static_cast<std::uint8_t>(byte));
    }
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < header.size(); i += 2) {
        sum += static_cast<std::uint32_t>(header[i] << 8 | header[i + 1]);
    }
    const auto checksum = ~(sum + (sum >> 16)) & 0xFFFF;
    header[10] = static_cast<std::uint8_t>(checksum >> 8);
    header[11] = static_cast<std::uint8_t>(checksum);
    return header;
}

/// RFC 8200, section 3.
Bytes ipv6_header(std::size_t tcp_length) {
    Bytes header{0x60, 0, 0, 0};
    append_16(header, tcp_length);
    header.push_back(6);
    header.push_back(64);
    for (int address = 0; address < 2; ++address) {
        header.insert(header.end(), 15, 0);
        header.push_back(1);
    }
    return header;
}

/// The fields of the file, in little endian as its magic number says.
void append_field(std::string& file, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        file += static_cast<char>(value >> (8 * i) & 0xFF);
    }
}

}  // namespace

std::string pcap_of(std::span<const Segment> segments) {
    constexpr std::uint32_t magic_of_microseconds = 0xA1B2C3D4;
    constexpr std::uint32_t linktype_raw = 101;
    constexpr std::int64_t us_per_s = 1'000'000;
    std::string file;
    append_field(file, magic_of_microseconds, 4);
    append_field(file, 2, 2);
    append_field(file, 4, 2);
    append_field(file, 0, 8);
    append_field(file, 65535, 4);
    append_field(file, linktype_raw, 4);
    for (const auto& segment : segments) {
        const auto tcp = bytes_from_hexadecimal(segment.bytes);
        // The header's own length shows how much of the data was kept.
        const std::size_t header_length = tcp.size() > 12 ? std::size_t{tcp[12]} >> 4 << 2 : 0;
        const auto tcp_length = header_length + segment.payload;
        const auto ip =
            segment.family == "ipv6" ? ipv6_header(tcp_length) : ipv4_header(tcp_length);
        append_field(file, static_cast<std::uint64_t>(segment.at_us / us_per_s), 4);
        append_field(file, static_cast<std::uint64_t>(segment.at_us % us_per_s), 4);
        append_field(file, ip.size() + tcp.size(), 4);
        append_field(file, ip.size() + tcp_length, 4);
        file.append(ip.begin(), ip.end());
        file.append(tcp.begin(), tcp.end());
    }
    return file;
}

}  // namespace conformance
