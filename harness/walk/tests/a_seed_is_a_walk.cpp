#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "lying_stack.hpp"
#include "walk/draw.hpp"

using namespace conformance;

TEST_CASE("a seed means the same walk each time, and another seed another") {
    const auto network = GENERATE(Network::ipv4, Network::ipv6, Network::dual_mode);
    const auto walk = draw_walk(network, 7, 60);
    CHECK(walk.size() == 60);
    CHECK(walk == draw_walk(network, 7, 60));
    CHECK(walk != draw_walk(network, 8, 60));
    // A shorter one is its beginning.
    const auto shorter = draw_walk(network, 7, 10);
    CHECK(std::equal(shorter.begin(), shorter.end(), walk.begin()));
}

TEST_CASE("the model allows each step of a walk") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Model model(Network::ipv4, documented);
        for (const auto& step : draw_walk(Network::ipv4, seed, 60)) {
            REQUIRE(model.allows(step));
            model.take(step);
        }
    }
}

TEST_CASE("what a seed means is written down: a change of it wants a new generator number") {
    CHECK(walk_generator == 1);
    CHECK(to_text(draw_walk(Network::ipv4, 1, 4)) ==
          "1. socket #5; 2. SO_KEEPALIVE of #5 to 1; 3. TCP_KEEPIDLE of #5 to 5 s; "
          "4. SO_KEEPALIVE with optlen 8 of #5 to 1");
}
