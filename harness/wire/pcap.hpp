#pragma once

#include <span>
#include <string>

#include "model/segment.hpp"

namespace conformance {

/// A capture file of these segments, as Wireshark and tcpdump read it: pcap 2.4 with times in
/// microseconds (draft-ietf-opsawg-pcap) and IP packets without a link layer (LINKTYPE_RAW, 101).
/// The IP headers are made again, with the loopback address on both sides; TCP's bytes are those
/// that were seen. A time is the one at which a segment was seen, since the row began to watch.
std::string pcap_of(std::span<const Segment> segments);

}  // namespace conformance
