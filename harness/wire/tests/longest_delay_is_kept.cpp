#include <chrono>

#include <catch2/catch_test_macros.hpp>

#include "wire/longest_delay.hpp"

using namespace conformance;

namespace {

LongestDelay::Time at(int ms) {
    return LongestDelay::Time(std::chrono::milliseconds(ms));
}

}  // namespace

TEST_CASE("the longest delay since a time is the longest that ended then or later") {
    LongestDelay delays;
    CHECK(delays.since(at(0)) == 0);
    delays.add(at(10), 700);
    delays.add(at(20), 900);
    delays.add(at(30), 100);
    delays.add(at(40), 300);
    CHECK(delays.since(at(0)) == 900);
    CHECK(delays.since(at(20)) == 900);
    CHECK(delays.since(at(21)) == 300);
    CHECK(delays.since(at(40)) == 300);
    CHECK(delays.since(at(41)) == 0);
}
