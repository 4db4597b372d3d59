#pragma once

#include "wire/delays.hpp"
#include "wire/segment_ring.hpp"

namespace conformance {

/// The observations that a run's workers share: the segments on loopback, and the delays of the
/// machine.
struct WireMemory {
    Delays delays;
    SegmentRing ipv4;
    SegmentRing ipv6;
};

}  // namespace conformance
