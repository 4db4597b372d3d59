#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "winsock/address.hpp"
#include "wire/tcp_segment.hpp"

namespace conformance {

/// A source of the TCP segments on loopback.
class SegmentSource {
public:
    SegmentSource() = default;
    SegmentSource(const SegmentSource&) = delete;
    SegmentSource& operator=(const SegmentSource&) = delete;
    virtual ~SegmentSource() = default;

    /// 127.x.x.x, without its first byte: an IPv4 address at which segments are seen.
    virtual std::array<std::uint8_t, 3> ipv4_address() const = 0;
    /// The next segment, or nothing when no more have arrived.
    virtual std::optional<TcpSegment> next() = 0;
    /// Waits up to `timeout` ms until one may have arrived.
    virtual void wait(std::chrono::milliseconds timeout) = 0;
};

/// The source that this machine has for the family. Throws Inconclusive with the error of each
/// source when none works.
std::unique_ptr<SegmentSource> open_segment_source(Family family);

/// A raw socket. On Linux, under Wine, a raw TCP socket sees incoming segments (root). On Windows a
/// raw socket with SIO_RCVALL sees IPv4 (administrator, from Windows 7; never run on Windows).
/// Throws Inconclusive when it is refused.
std::unique_ptr<SegmentSource> open_raw_socket(Family family);

}  // namespace conformance
