#include <catch2/catch_test_macros.hpp>

#include <vector>

#include "recorded_segments.hpp"
#include "wire/conversation.hpp"

using namespace conformance;

namespace {

constexpr std::uint16_t client = 1000;
constexpr std::uint16_t server = 2000;

/// A segment with its header's fields alone.
TcpSegment segment(End from, std::uint32_t sequence, std::uint32_t acknowledgement,
                   std::uint32_t payload = 0) {
    TcpSegment result;
    result.source_port = from == End::client ? client : server;
    result.destination_port = from == End::client ? server : client;
    result.sequence = sequence;
    result.acknowledgement = acknowledgement;
    result.has_acknowledgement = true;
    result.payload = payload;
    return result;
}

/// A connection of which the client has sent up to `client_next`, all of it acknowledged.
Conversation connected(std::uint32_t client_next, std::uint32_t server_next) {
    Conversation conversation(client, server);
    auto syn = segment(End::client, client_next - 1, 0);
    syn.syn = true;
    syn.has_acknowledgement = false;
    conversation.add(syn);
    auto answer = segment(End::server, server_next - 1, client_next);
    answer.syn = true;
    conversation.add(answer);
    conversation.add(segment(End::client, client_next, server_next));
    return conversation;
}

SegmentKind kind(Conversation& conversation, const TcpSegment& next) {
    const auto classified = conversation.add(next);
    REQUIRE(classified);
    return classified->kind;
}

}  // namespace

TEST_CASE("the recorded connection is reported as it was") {
    Conversation conversation(recorded_client_port, recorded_server_port);
    std::vector<Classified> classified;
    for (const auto packet : recorded_packets) {
        classified.push_back(conversation.add(parse_ipv4(bytes_from(packet)).value()).value());
    }
    using enum SegmentKind;
    CHECK(classified == std::vector<Classified>{{End::client, handshake},
                                                {End::server, handshake},
                                                {End::client, acknowledgement},
                                                {End::client, data},
                                                {End::server, acknowledgement},
                                                {End::client, probe},
                                                {End::server, answer},
                                                {End::client, probe},
                                                {End::server, answer},
                                                {End::client, SegmentKind::end},
                                                {End::server, SegmentKind::end},
                                                {End::client, acknowledgement}});
}

TEST_CASE("a probe has no byte or one, also where the sequence numbers wrap") {
    for (const std::uint32_t next : {5000u, 0u, 1u, 0x80000000u}) {
        auto conversation = connected(next, 7000);
        CHECK(kind(conversation, segment(End::client, next - 1, 7000)) == SegmentKind::probe);
        CHECK(kind(conversation, segment(End::server, 7000, next)) == SegmentKind::answer);
        CHECK(kind(conversation, segment(End::client, next - 1, 7000, 1)) == SegmentKind::probe);
        CHECK(kind(conversation, segment(End::server, 7000, next)) == SegmentKind::answer);
        CHECK(kind(conversation, segment(End::server, 7000, next)) == SegmentKind::acknowledgement);
    }
}

TEST_CASE("either end may probe") {
    auto conversation = connected(5000, 7000);
    const auto classified = conversation.add(segment(End::server, 6999, 5000));
    CHECK(classified == Classified{End::server, SegmentKind::probe});
}

TEST_CASE("a byte that was sent and not acknowledged is sent again, and no probe") {
    auto conversation = connected(5000, 7000);
    CHECK(kind(conversation, segment(End::client, 5000, 7000, 1)) == SegmentKind::data);
    CHECK(kind(conversation, segment(End::client, 5000, 7000, 1)) == SegmentKind::retransmission);
    CHECK(kind(conversation, segment(End::server, 7000, 5001)) == SegmentKind::acknowledgement);
    CHECK(kind(conversation, segment(End::client, 5000, 7000, 1)) == SegmentKind::probe);
}

TEST_CASE("more than one old byte is no probe") {
    auto conversation = connected(5000, 7000);
    CHECK(kind(conversation, segment(End::client, 5000, 7000, 2)) == SegmentKind::data);
    CHECK(kind(conversation, segment(End::server, 7000, 5002)) == SegmentKind::acknowledgement);
    CHECK(kind(conversation, segment(End::client, 5000, 7000, 2)) == SegmentKind::retransmission);
}

TEST_CASE("ends and resets") {
    auto conversation = connected(5000, 7000);
    auto reset = segment(End::client, 4999, 7000);
    reset.rst = true;
    CHECK(kind(conversation, reset) == SegmentKind::reset);
    auto last = segment(End::client, 5000, 7000, 3);
    last.fin = true;
    CHECK(kind(conversation, last) == SegmentKind::end);
}

TEST_CASE("a packet that is seen twice counts once, one that is sent twice counts twice") {
    auto conversation = connected(5000, 7000);
    auto probe = segment(End::client, 4999, 7000);
    probe.identification = 7;
    CHECK(conversation.add(probe));
    CHECK_FALSE(conversation.add(probe));
    probe.identification = 8;
    CHECK(conversation.add(probe));
}

TEST_CASE("a packet is known again with its checksum filled in, and after others") {
    auto conversation = connected(5000, 7000);
    auto probe = segment(End::client, 4999, 7000);
    probe.identification = 7;
    probe.bytes.assign(20, 0);
    CHECK(conversation.add(probe));
    auto next = probe;
    next.identification = 8;
    CHECK(conversation.add(next));
    probe.bytes[16] = 0x12;
    probe.bytes[17] = 0x34;
    CHECK_FALSE(conversation.add(probe));
    next.bytes[13] = 0x18;
    CHECK(conversation.add(next));
}

TEST_CASE("another connection's segments are not taken") {
    auto conversation = connected(5000, 7000);
    auto other = segment(End::client, 4999, 7000);
    other.source_port = 1001;
    CHECK_FALSE(conversation.add(other));
}

TEST_CASE("without the handshake nothing is taken for a probe") {
    Conversation conversation(client, server);
    CHECK(kind(conversation, segment(End::client, 4999, 7000)) == SegmentKind::acknowledgement);
}
