#include <map>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "lying_stack.hpp"
#include "walk/draw.hpp"

using namespace conformance;

TEST_CASE("the walks of an ordinary run reach every state, and set something in each") {
    std::map<std::string, std::size_t> reached;
    std::map<std::string, std::size_t> set_in;
    std::set<StepKind> step_kinds;
    std::size_t together = 0;
    for (const auto network : {Network::ipv4, Network::ipv6, Network::dual_mode}) {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            Model model(network, documented);
            for (const auto& step : draw_walk(network, seed, 60)) {
                if (step.kind >= StepKind::set_keepalive) {
                    ++set_in[std::string(model.state(step.socket))];
                }
                model.take(step);
                step_kinds.insert(step.kind);
                together += step.together;
                for (std::size_t socket = 0; socket < walk_sockets; ++socket) {
                    ++reached[std::string(model.state(socket))];
                }
            }
        }
    }
    for (const auto* state : {"new", "bound", "listening", "waiting for accept", "connected",
                              "accepted", "accepted without context", "shut down",
                              "left by its peer", "duplicated", "datagram", "refused"}) {
        INFO(state << ": " << reached[state]);
        CHECK(reached[state] > 0);
    }
    for (const auto* state : {"new", "bound", "listening", "waiting for accept", "connected",
                              "accepted", "duplicated", "datagram"}) {
        INFO(state << ": " << set_in[state]);
        CHECK(set_in[state] > 0);
    }
    for (std::size_t i = 0; i < step_kind_count; ++i) {
        INFO(info(static_cast<StepKind>(i)).name);
        CHECK(step_kinds.contains(static_cast<StepKind>(i)));
    }
    CHECK(together > 20);
}
