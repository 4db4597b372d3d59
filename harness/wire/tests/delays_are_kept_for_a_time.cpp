#include <catch2/catch_test_macros.hpp>

#include "wire/delays.hpp"

using namespace conformance;
using namespace std::chrono_literals;

namespace {

constexpr Delays::Clock::time_point begin{1h};

}  // namespace

TEST_CASE("memory of zeroes has no delays") {
    const Delays delays;
    CHECK(delays.longest_us(begin, begin + 5s) == 0);
    CHECK(delays.longest_us(Delays::Clock::time_point{}, Delays::Clock::time_point{}) == 0);
}

TEST_CASE("the longest delay of a time is found, and none outside it") {
    Delays delays;
    delays.add(begin + 1000ms, 30ms);
    delays.add(begin + 1010ms, 70ms);
    delays.add(begin + 1020ms, 50ms);
    delays.add(begin + 3000ms, 20ms);

    CHECK(delays.longest_us(begin, begin + 4s) == 70'000);
    CHECK(delays.longest_us(begin + 1s, begin + 1s) == 70'000);
    CHECK(delays.longest_us(begin + 2s, begin + 4s) == 20'000);
    CHECK(delays.longest_us(begin, begin + 900ms) == 0);
    CHECK(delays.longest_us(begin + 3100ms, begin + 4s) == 0);
}

TEST_CASE("a later delay takes the place of one that is too old") {
    Delays delays;
    delays.add(begin, 9s);
    const auto later = begin + 102'400ms;
    CHECK(delays.longest_us(later - 100ms, later) == 0);
    delays.add(later, 1ms);
    CHECK(delays.longest_us(begin, later) == 1'000);
    // A thread that was slow to write down what it saw.
    delays.add(begin, 9s);
    CHECK(delays.longest_us(begin, later) == 1'000);
}

TEST_CASE("a delay of any length leaves its time as it is") {
    Delays delays;
    delays.add(begin, 1h);
    delays.add(begin + 100ms, -1us);
    CHECK(delays.longest_us(begin, begin) == 16'777'215);
    CHECK(delays.longest_us(begin + 100ms, begin + 1s) == 0);
}
