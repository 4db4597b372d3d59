#include <catch2/catch_test_macros.hpp>

#include "recorded_segments.hpp"
#include "wire/tcp_segment.hpp"

using namespace conformance;

TEST_CASE("a recorded packet is read") {
    const auto segment = parse_ipv4(bytes_from(recorded_packets[3]));
    REQUIRE(segment);
    CHECK(segment->source_port == recorded_client_port);
    CHECK(segment->destination_port == recorded_server_port);
    CHECK(segment->sequence == 0x4AE7D9C7);
    CHECK(segment->acknowledgement == 0x79F28D84);
    CHECK(segment->has_acknowledgement);
    CHECK(segment->payload == 1);
    CHECK(segment->identification == 0x4650);
    CHECK(segment->bytes.size() == 33);
}

TEST_CASE("a packet that is cut off inside its headers is none") {
    for (const auto recorded : recorded_packets) {
        const auto whole = bytes_from(recorded);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto read = parse_ipv4(std::span(whole).first(length));
            const std::size_t headers = 20 + std::size_t{whole[32]} / 16 * 4;
            CHECK(read.has_value() == (length >= headers));
        }
    }
}

TEST_CASE("data that was not delivered still counts") {
    auto packet = bytes_from(recorded_packets[3]);
    packet[2] = 0x40;
    const auto segment = parse_ipv4(packet);
    REQUIRE(segment);
    CHECK(segment->payload == 0x4035 - 20 - 32);
    CHECK(segment->bytes.size() == 33);
}

TEST_CASE("a packet whose fields contradict each other is none") {
    const auto with = [](std::size_t at, std::uint8_t byte) {
        auto packet = bytes_from(recorded_packets[3]);
        packet[at] = byte;
        return parse_ipv4(packet).has_value();
    };
    CHECK(with(0, 0x45));
    CHECK_FALSE(with(0, 0x65));   // version 6
    CHECK_FALSE(with(0, 0x44));   // a header of 16 bytes
    CHECK_FALSE(with(0, 0x4F));   // a header that leaves too little for TCP's
    CHECK_FALSE(with(3, 20));     // a packet that is over before TCP begins
    CHECK_FALSE(with(3, 39));     // one that ends inside TCP's header
    CHECK_FALSE(with(6, 0x20));   // more fragments
    CHECK_FALSE(with(7, 1));      // a later fragment
    CHECK_FALSE(with(9, 17));     // UDP
    CHECK_FALSE(with(32, 0x40));  // a TCP header of 16 bytes
    CHECK_FALSE(with(32, 0xF0));  // one longer than the packet
}

TEST_CASE("padding behind a packet is no data") {
    auto packet = bytes_from(recorded_packets[2]);
    packet.resize(packet.size() + 6);
    REQUIRE(parse_ipv4(packet));
    CHECK(parse_ipv4(packet)->payload == 0);
}

TEST_CASE("a segment without an IP header is read by the length that it came with") {
    const auto packet = bytes_from(recorded_packets[3]);
    const auto tcp = std::span(packet).subspan(20);
    REQUIRE(parse_tcp(tcp, tcp.size()));
    CHECK(parse_tcp(tcp, tcp.size() + 100)->payload == 101);
    CHECK_FALSE(parse_tcp(tcp, tcp.size() - 1));
    CHECK_FALSE(parse_tcp({}, 0));
}
