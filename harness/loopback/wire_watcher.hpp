#pragma once

#include <chrono>
#include <memory>
#include <thread>

#include "loopback/segment_source.hpp"
#include "wire/wire_memory.hpp"

namespace conformance {

/// The ring of a family's segments.
SegmentRing& ring_of(WireMemory& memory, Family family) noexcept;
const SegmentRing& ring_of(const WireMemory& memory, Family family) noexcept;

/// Reads the family's segments in a thread and writes them to its ring, for all taps. When the
/// machine does not let segments be observed, the ring is refused with the reason.
class WireWatcher {
public:
    /// How often it looks when no segment comes: the two times of a segment are that far apart, or
    /// less, unless the machine is busy.
    static constexpr std::chrono::milliseconds look_every{100};

    WireWatcher(Family family, WireMemory& memory);

private:
    void watch(const std::stop_token& stop);
    std::optional<TcpSegment> next();

    SegmentRing& ring_;
    Delays& delays_;
    std::unique_ptr<SegmentSource> source_;
    /// Declared last, so that it ends before the members that it uses.
    std::jthread thread_;
};

}  // namespace conformance
