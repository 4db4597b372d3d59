#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json_forward.hpp"

namespace conformance {

/// One TCP segment of a row's connections, as it was seen: the evidence of what went over the wire.
struct Segment {
    /// The segment went over the wire between these times, in microseconds since the row began to
    /// watch: it was not there when was looked before, and there when was looked at last.
    std::int64_t not_before_us = 0;
    std::int64_t at_us = 0;
    /// Which of the row's connections, counted from 1, and which of its ends sent it.
    std::uint32_t connection = 1;
    std::string from;
    /// What it is: "handshake", "data", "acknowledgement", "probe", "answer", "end", "reset",
    /// "retransmission".
    std::string kind;
    /// "ipv4" or "ipv6".
    std::string family;
    /// TCP's header and what follows of it, in hexadecimal; only the first bytes of a long segment.
    std::string bytes;
    /// The bytes of data.
    std::uint32_t payload = 0;

    bool operator==(const Segment&) const = default;
};

/// What a row saw of the wire, and how well it could see.
struct WireEvidence {
    /// The tick of the clock, in microseconds.
    std::int64_t clock_resolution_us = 0;
    /// By how much the watching thread was woken too late at most, in microseconds.
    std::int64_t scheduling_delay_us = 0;
    std::vector<Segment> segments;

    bool operator==(const WireEvidence&) const = default;
};

void to_json(Json& json, const Segment& segment);
void from_json(const Json& json, Segment& segment);
void to_json(Json& json, const WireEvidence& evidence);
void from_json(const Json& json, WireEvidence& evidence);

}  // namespace conformance
