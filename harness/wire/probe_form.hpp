#pragma once

#include <cstdint>
#include <string>

#include "wire/tcp_segment.hpp"

namespace conformance {

/// The required form of a keep-alive probe, in addition to its kind (RFC 1122, section 4.2.3.6; RFC
/// 9293, section 3.10.7.4, which drops a segment without ACK): its sequence number, and the number
/// that acknowledges everything received.
struct ProbeForm {
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
};

/// How a probe differs from that form: "without ACK; with PSH; SEQ 2 more than SND.NXT-1; 3 bytes".
/// Empty when it does not.
std::string deviations(const TcpSegment& probe, const ProbeForm& form);

/// "no byte", or "the byte 00".
std::string data_text(const TcpSegment& probe);

}  // namespace conformance
