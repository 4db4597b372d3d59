#include "wire/probe_form.hpp"

#include "cases/case.hpp"
#include "cases/common_parameters.hpp"
#include "cases/wire.hpp"
#include "keepalive/switch.hpp"
#include "base/text.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

namespace {

TcpSegment parsed(const Segment& segment) {
    const auto bytes = bytes_from_hexadecimal(segment.bytes);
    const auto header = parse_tcp(bytes, bytes.size());
    if (!header) {
        throw Inconclusive("a segment that was seen cannot be read");
    }
    return *header;
}

/// The number that follows an end's SYN, after which it has sent nothing.
std::uint32_t after_syn(const Wire& wire, const WatchedConnection& connection, End end) {
    for (const auto& segment : wire.segments(connection)) {
        const auto header = parsed(segment);
        if (header.syn && segment.from == to_string(end)) {
            return header.sequence + 1;
        }
    }
    throw Inconclusive("the SYN of the " + to_string(end) + " was not seen");
}

}  // namespace

// A probe has ACK and none of PSH, SYN, FIN, RST and URG, SEQ = SND.NXT-1, the number that
// acknowledges all that came, and at most one byte, whose value is recorded.
CONFORMANCE_CASE("so-keepalive/wire/probe-form", checks("so-keepalive.probe-form"), rows(family),
                 watches_wire(3s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 1000ms);
    require_probes(wire, connection, 1, timeout_for(1000ms));
    const auto probe = parsed(wire.probes(connection).front());
    const ProbeForm form{after_syn(wire, connection, End::client) - 1,
                         after_syn(wire, connection, End::server)};
    CHECK(deviations(probe, form) == "");
    RECORD(Seen{data_text(probe)});
}

}  // namespace conformance
