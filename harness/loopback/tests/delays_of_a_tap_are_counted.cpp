#include <memory>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "loopback/wire_tap.hpp"
#include "model/inconclusive.hpp"

using namespace conformance;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

std::unique_ptr<WireMemory> opened_memory() {
    auto memory = std::make_unique<WireMemory>();
    memory->ipv4.open({0, 0, 1});
    memory->ipv4.looked(SegmentRing::Clock::now() + 1h);
    return memory;
}

}  // namespace

TEST_CASE("a tap counts the machine's delays since it started") {
    const auto memory = opened_memory();
    memory->delays.add(Delays::Clock::now() - 1s, 9s);
    const WireTap tap(Family::ipv4, *memory);
    CHECK(tap.delay_us() < 9'000'000);
    memory->delays.add(Delays::Clock::now(), 300ms);
    CHECK(tap.delay_us() >= 300'000);
    CHECK(tap.delay_us() < 9'000'000);
}

TEST_CASE("a watcher that is behind is a delay") {
    const auto memory = opened_memory();
    const WireTap tap(Family::ipv4, *memory);
    memory->ipv4.looked(SegmentRing::Clock::now() - 5s);
    CHECK(tap.delay_us() >= 4'900'000);
}

TEST_CASE("all the time is a delay when segments were lost") {
    const auto memory = opened_memory();
    const WireTap tap(Family::ipv4, *memory);
    const TcpSegment segment = parse_tcp(std::vector<std::uint8_t>(20, 0x50), 20).value();
    const auto now = SegmentRing::Clock::now();
    for (std::size_t i = 0; i < SegmentRing::capacity; ++i) {
        memory->ipv4.write(segment, now, now);
    }
    const auto begun_us = tap.now_us();
    CHECK(tap.delay_us() >= begun_us);
}

TEST_CASE("a tap says why no segments can be seen") {
    const auto memory = std::make_unique<WireMemory>();
    memory->ipv6.refuse("the reason");
    CHECK_THROWS_MATCHES(WireTap(Family::ipv6, *memory), Inconclusive, Message("the reason"));
}
