#pragma once

#include <span>
#include <string>

#include "model/segment.hpp"

namespace conformance {

/// A capture file with these segments for Wireshark and tcpdump: pcap 2.4 with times in
/// microseconds (draft-ietf-opsawg-pcap) and IP packets without a link layer (LINKTYPE_RAW, 101).
/// The IP headers are made for the file, with the loopback address on both sides; TCP's bytes are
/// the observed ones. A time is that of the observation, since the tap started.
std::string pcap_of(std::span<const Segment> segments);

}  // namespace conformance
