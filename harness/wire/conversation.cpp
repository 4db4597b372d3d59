#include "wire/conversation.hpp"

#include <algorithm>

namespace conformance {

namespace {

/// Whether `a` comes before `b` in the sequence space, which wraps (RFC 9293, section 3.4).
bool before(std::uint32_t a, std::uint32_t b) {
    return static_cast<std::int32_t>(a - b) < 0;
}

/// Whether both are sightings of one packet. Its checksum may be filled in on the way; an
/// identification of 0 names no packet.
bool is_same_packet(TcpSegment one, TcpSegment other) {
    constexpr std::size_t checksum = 16;
    for (auto* segment : {&one, &other}) {
        if (segment->bytes.size() >= checksum + 2) {
            segment->bytes[checksum] = 0;
            segment->bytes[checksum + 1] = 0;
        }
    }
    return one.identification != 0 && one == other;
}

}  // namespace

std::string to_string(End end) {
    return end == End::client ? "client" : "server";
}

std::string to_string(SegmentKind kind) {
    switch (kind) {
        case SegmentKind::handshake: return "handshake";
        case SegmentKind::data: return "data";
        case SegmentKind::acknowledgement: return "acknowledgement";
        case SegmentKind::probe: return "probe";
        case SegmentKind::answer: return "answer";
        case SegmentKind::retransmission: return "retransmission";
        case SegmentKind::end: return "end";
        case SegmentKind::reset: return "reset";
    }
    return {};
}

std::optional<Classified> Conversation::add(const TcpSegment& segment) {
    for (const auto from : {End::client, End::server}) {
        const auto sender = static_cast<std::size_t>(from);
        if (segment.source_port != ports_[sender] ||
            segment.destination_port != ports_[1 - sender]) {
            continue;
        }
        auto& sent = ends_[sender];
        // Windows shows a loopback packet both when it leaves and when it arrives.
        if (std::ranges::any_of(
                sent.recent, [&](const TcpSegment& one) { return is_same_packet(one, segment); })) {
            return std::nullopt;
        }
        constexpr std::size_t most_between = 16;
        sent.recent.push_back(segment);
        if (sent.recent.size() > most_between) {
            sent.recent.pop_front();
        }
        return Classified{from, kind_of(segment, sent, ends_[1 - sender])};
    }
    return std::nullopt;
}

SegmentKind Conversation::kind_of(const TcpSegment& segment, Sent& sent, Sent& received) {
    const bool answers_probe = received.probed;
    received.probed = false;
    if (segment.has_acknowledgement && received.known &&
        before(received.acknowledged, segment.acknowledgement)) {
        received.acknowledged = segment.acknowledgement;
    }
    if (segment.rst) {
        return SegmentKind::reset;
    }
    const std::uint32_t length =
        segment.payload + (segment.syn ? 1u : 0u) + (segment.fin ? 1u : 0u);
    const auto end = segment.sequence + length;
    if (segment.syn) {
        sent.known = true;
        sent.next = end;
        sent.acknowledged = segment.sequence;
        return SegmentKind::handshake;
    }
    const bool is_old = sent.known && before(segment.sequence, sent.next);
    // The byte before SND.NXT, once acknowledged, is sent for its answer alone.
    if (is_old && !segment.fin && segment.payload <= 1 && segment.sequence + 1 == sent.next &&
        !before(sent.acknowledged, sent.next)) {
        sent.probed = true;
        return SegmentKind::probe;
    }
    if (is_old && length > 0 && !before(sent.next, end)) {
        return SegmentKind::retransmission;
    }
    if (length > 0) {
        sent.known = true;
        sent.next = end;
        return segment.fin ? SegmentKind::end : SegmentKind::data;
    }
    return answers_probe ? SegmentKind::answer : SegmentKind::acknowledgement;
}

}  // namespace conformance
