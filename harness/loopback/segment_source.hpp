#pragma once

#include <chrono>
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

    /// The address, with port 0, to which both ends of an observed connection are bound.
    virtual Address local() const = 0;
    /// The next segment, or nothing when none comes within `timeout` ms.
    virtual std::optional<TcpSegment> next(std::chrono::milliseconds timeout) = 0;
};

/// The source that this machine has for the family. Throws Inconclusive with the error of each
/// source when none works.
std::unique_ptr<SegmentSource> open_segment_source(Family family);

/// A raw socket. On Linux, under Wine, a raw TCP socket sees incoming segments (root). On Windows a
/// raw socket with SIO_RCVALL sees IPv4 (administrator, from Windows 7; never run on Windows).
/// Throws Inconclusive when it is refused.
std::unique_ptr<SegmentSource> open_raw_socket(Family family);

}  // namespace conformance
