#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "winsock/address.hpp"
#include "wire/tcp_segment.hpp"

namespace conformance {

/// Where the TCP segments of loopback are seen.
class SegmentSource {
public:
    SegmentSource() = default;
    SegmentSource(const SegmentSource&) = delete;
    SegmentSource& operator=(const SegmentSource&) = delete;
    virtual ~SegmentSource() = default;

    /// The address, with port 0, between which and itself connections are seen.
    virtual Address local() const = 0;
    /// The next segment, waited for that long, in milliseconds. Nothing when none is there then.
    virtual std::optional<TcpSegment> next(std::chrono::milliseconds timeout) = 0;
};

/// The source that this machine has for the family. Throws Inconclusive with what each was refused
/// with when it has none.
std::unique_ptr<SegmentSource> open_segment_source(Family family);

/// A raw socket. On Linux, behind Wine, one of TCP sees what arrives (root). On Windows one with
/// SIO_RCVALL sees IPv4 (administrator, from Windows 7; never run on Windows). Throws Inconclusive
/// where it is refused.
std::unique_ptr<SegmentSource> open_raw_socket(Family family);

}  // namespace conformance
