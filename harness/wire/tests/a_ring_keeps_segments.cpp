#include <memory>
#include <string>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "wire/segment_ring.hpp"

using namespace conformance;
using namespace std::chrono_literals;

namespace {

constexpr SegmentRing::Time first_time{1h};

TcpSegment segment_of(std::uint32_t sequence, std::size_t payload = 0) {
    std::vector<std::uint8_t> bytes(20 + payload, 7);
    bytes[4] = static_cast<std::uint8_t>(sequence >> 24);
    bytes[5] = static_cast<std::uint8_t>(sequence >> 16);
    bytes[6] = static_cast<std::uint8_t>(sequence >> 8);
    bytes[7] = static_cast<std::uint8_t>(sequence);
    bytes[12] = 5 << 4;
    auto segment = parse_tcp(bytes, bytes.size()).value();
    segment.identification = 99;
    return segment;
}

}  // namespace

TEST_CASE("a reader reads what is written after its beginning, as it was") {
    const auto ring = std::make_unique<SegmentRing>();
    ring->write(segment_of(1), first_time, first_time);
    SegmentRing::Reader reader(*ring);
    CHECK_FALSE(reader.next());

    ring->write(segment_of(2, 3), first_time + 1us, first_time + 2us);
    ring->write(segment_of(3, 60000), first_time + 3us, first_time + 4us);
    const auto second = reader.next();
    REQUIRE(second);
    CHECK(second->segment == segment_of(2, 3));
    CHECK(second->not_before == first_time + 1us);
    CHECK(second->at == first_time + 2us);
    const auto third = reader.next();
    REQUIRE(third);
    CHECK(third->segment == segment_of(3, 60000));
    CHECK(third->segment.payload == 60000);
    CHECK_FALSE(reader.next());
    CHECK_FALSE(reader.lost());
}

TEST_CASE("a reader that falls a whole ring behind notices") {
    const auto ring = std::make_unique<SegmentRing>();
    SegmentRing::Reader in_time(*ring);
    SegmentRing::Reader late(*ring);
    for (std::uint32_t i = 0; i < SegmentRing::capacity - 1; ++i) {
        ring->write(segment_of(i), first_time, first_time);
    }
    CHECK(in_time.next()->segment.sequence == 0);
    CHECK_FALSE(in_time.lost());
    ring->write(segment_of(1), first_time, first_time);
    CHECK_FALSE(late.next());
    CHECK(late.lost());
    ring->write(segment_of(5), first_time, first_time);
    CHECK(late.next()->segment.sequence == 5);
    CHECK(late.lost());
}

TEST_CASE("a ring is open, or refused with its reason") {
    const auto ring = std::make_unique<SegmentRing>();
    CHECK(ring->state() == SegmentRing::State::not_open);
    ring->open({77, 1, 2});
    CHECK(ring->state() == SegmentRing::State::open);
    CHECK(ring->address() == std::array<std::uint8_t, 3>{77, 1, 2});
    ring->looked(first_time);
    CHECK(ring->last_look() == first_time);

    const auto refused = std::make_unique<SegmentRing>();
    refused->refuse("no raw socket: " + std::string(1000, 'x'));
    CHECK(refused->state() == SegmentRing::State::refused);
    CHECK(refused->refusal().starts_with("no raw socket: xxx"));
}

TEST_CASE("segments arrive whole while another thread writes") {
    constexpr std::uint32_t count = 200'000;
    const auto ring = std::make_unique<SegmentRing>();
    SegmentRing::Reader reader(*ring);
    const std::jthread writer([&] {
        for (std::uint32_t i = 1; i <= count; ++i) {
            ring->write(segment_of(i), first_time + std::chrono::microseconds(i), first_time);
        }
    });
    std::uint32_t last = 0;
    bool whole = true;
    while (last != count) {
        if (const auto entry = reader.next()) {
            const auto sequence = entry->segment.sequence;
            whole = whole &&
                    entry->not_before == first_time + std::chrono::microseconds(sequence) &&
                    sequence > last && (reader.lost() || sequence == last + 1);
            last = sequence;
        }
    }
    CHECK(whole);
}
