#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json_forward.hpp"

namespace conformance {

/// One observed TCP segment of a row's connections, as evidence.
struct Segment {
    /// The segment was on the wire between these times, in microseconds since the tap started: the
    /// last look that did not see it, and the first that did.
    std::int64_t not_before_us = 0;
    std::int64_t at_us = 0;
    /// The row's connection, counted from 1, and the end that sent the segment.
    std::uint32_t connection = 1;
    std::string from;
    /// Its kind: "handshake", "data", "acknowledgement", "probe", "answer", "end", "reset",
    /// "retransmission".
    std::string kind;
    /// "ipv4" or "ipv6".
    std::string family;
    /// The TCP header and the payload in hexadecimal; only the first bytes of a long segment.
    std::string bytes;
    /// The number of payload bytes.
    std::uint32_t payload = 0;

    bool operator==(const Segment&) const = default;
};

/// The segments that a row observed, and the precision of their times.
struct WireEvidence {
    /// The tick of the clock, in microseconds.
    std::int64_t clock_resolution_us = 0;
    /// The longest delay in waking the observing thread, in microseconds.
    std::int64_t scheduling_delay_us = 0;
    std::vector<Segment> segments;

    bool operator==(const WireEvidence&) const = default;
};

void to_json(Json& json, const Segment& segment);
void from_json(const Json& json, Segment& segment);
void to_json(Json& json, const WireEvidence& evidence);
void from_json(const Json& json, WireEvidence& evidence);

}  // namespace conformance
