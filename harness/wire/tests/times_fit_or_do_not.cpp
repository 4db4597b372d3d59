#include <catch2/catch_test_macros.hpp>

#include "model/inconclusive.hpp"
#include "wire/timing.hpp"

using namespace conformance;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t tick_us = 1000;

Fit fit_of(std::int64_t least_us, std::int64_t most_us, std::int64_t delay_us = 0) {
    return fit({least_us, most_us}, 1000ms, {tick_us, delay_us});
}

}  // namespace

TEST_CASE("a time may be late by an eighth, and early by a tick") {
    CHECK(fit_of(999'000, 999'000) == Fit::fits);
    CHECK(fit_of(998'999, 998'999) == Fit::too_early);
    CHECK(fit_of(1'126'000, 1'126'000) == Fit::fits);
    CHECK(fit_of(1'126'001, 1'126'001) == Fit::too_late);
}

TEST_CASE("what was seen late may have been in time") {
    CHECK(fit_of(1'100'000, 1'300'000) == Fit::fits);
    CHECK(fit_of(800'000, 1'000'000) == Fit::fits);
}

TEST_CASE("a machine that is late itself makes nothing early, and too late a one shows nothing") {
    CHECK(fit_of(1'226'000, 1'230'000, 100'000) == Fit::fits);
    CHECK(fit_of(1'226'001, 1'230'000, 100'000) == Fit::too_late);
    CHECK(fit_of(990'000, 998'999, 200'000) == Fit::too_early);
    CHECK(fit_of(1'000'000, 1'000'000, 248'000) == Fit::fits);
    CHECK(fit_of(1'000'000, 1'000'000, 250'000) == Fit::unsure);
}

TEST_CASE("whole seconds are no second and a half, however busy the machine is") {
    for (std::int64_t unknown_us = 0; unknown_us < 1'000'000; unknown_us += 10'000) {
        for (const std::int64_t taken_us : {1'000'000, 2'000'000}) {
            const Elapsed seen_late{taken_us - unknown_us / 2, taken_us + unknown_us / 2};
            CHECK(fit(seen_late, 1500ms, {tick_us, unknown_us / 2}) != Fit::fits);
        }
    }
}

TEST_CASE("bounds that are far apart show nothing, unless both are on one side") {
    CHECK(fit_of(900'000, 1'340'000) == Fit::unsure);
    CHECK(fit_of(750'000, 1'000'000) == Fit::unsure);
    CHECK(fit_of(2'000'000, 4'000'000) == Fit::too_late);
    CHECK(fit_of(0, 900'000) == Fit::too_early);
}

TEST_CASE("the time between two segments has both bounds") {
    Segment first;
    first.not_before_us = 100;
    first.at_us = 300;
    Segment second;
    second.not_before_us = 1000;
    second.at_us = 1050;
    CHECK(elapsed(first, second) == Elapsed{700, 950});
    CHECK(elapsed(first, first) == Elapsed{0, 200});
}

TEST_CASE("a time reads the same each time") {
    CHECK(rounded_to_half_second({1'000'000, 1'007'000}) == "1.0 s");
    CHECK(rounded_to_half_second({900'000, 950'000}) == "1.0 s");
    CHECK(rounded_to_half_second({2'100'000, 2'250'000}) == "2.0 s");
    CHECK(rounded_to_half_second({0, 20'000}) == "0.0 s");
}

TEST_CASE("a machine that is late leaves open which half second a time was") {
    CHECK_NOTHROW(require_known_half_second({1'990'000, 2'040'000}, {tick_us, 0}));
    CHECK_NOTHROW(require_known_half_second({1'990'000, 2'040'000}, {tick_us, 450'000}));
    CHECK_NOTHROW(require_known_half_second({2'390'000, 2'410'000}, {tick_us, 380'000}));
    CHECK_THROWS_AS(require_known_half_second({2'390'000, 2'410'000}, {tick_us, 390'000}),
                    NotMeasured);
    CHECK_THROWS_AS(require_known_half_second({1'850'000, 1'900'000}, {tick_us, 350'000}),
                    NotMeasured);
    CHECK_THROWS_AS(require_known_half_second({900'000, 1'600'000}, {tick_us, 0}), NotMeasured);
}

TEST_CASE("a time far from any half second is known, too") {
    CHECK_NOTHROW(require_known_half_second({1'750'000, 1'800'000}, {tick_us, 100'000}));
}

TEST_CASE("a machine that woke a thread more than half a second late has measured nothing") {
    CHECK_NOTHROW(require_machine_in_time({tick_us, 500'000}));
    CHECK_THROWS_AS(require_machine_in_time({tick_us, 500'001}), NotMeasured);
}
