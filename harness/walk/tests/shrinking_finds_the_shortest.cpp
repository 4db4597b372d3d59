#include <algorithm>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "lying_stack.hpp"
#include "walk/draw.hpp"

using namespace conformance;

namespace {

/// A lie, and the fewest steps in which it can be seen.
struct Known {
    std::string name;
    Lie lie;
    std::size_t shortest;
};

bool was(const Step& step, StepKind kind) {
    return step.kind == kind;
}

std::vector<Known> known_lies() {
    const auto last = [](const std::vector<Step>& taken, StepKind kind, std::size_t socket) {
        return was(taken.back(), kind) && taken.back().socket == socket;
    };
    using Number = std::optional<std::uint32_t>;
    return {
        {"bind loses the time",
         [=](const Model&, const std::vector<Step>& taken, std::size_t socket, Setting setting) {
             return setting == Setting::time && last(taken, StepKind::bind, socket) ? Number(7200)
                                                                                    : Number();
         },
         3},
        {"a connect turns keep-alive off",
         [=](const Model& model, const std::vector<Step>& taken, std::size_t socket,
             Setting setting) {
             return setting == Setting::keepalive && model.state(socket) == "waiting for accept" &&
                            taken.back().socket == socket && info(taken.back().kind).takes_other
                        ? Number(0)
                        : Number();
         },
         6},
        {"setting one socket's count changes the others'",
         [=](const Model&, const std::vector<Step>& taken, std::size_t socket, Setting setting) {
             return setting == Setting::count && was(taken.back(), StepKind::set_count) &&
                            taken.back().socket != socket
                        ? Number(99)
                        : Number();
         },
         3},
        {"every fifth socket starts with keep-alive on",
         [=](const Model&, const std::vector<Step>& taken, std::size_t socket, Setting setting) {
             const auto made = std::ranges::count_if(taken, [](const Step& step) {
                 return step.kind <= StepKind::wsa_socket_non_overlapped;
             });
             return setting == Setting::keepalive && taken.back().socket == socket &&
                            taken.back().kind <= StepKind::wsa_socket_non_overlapped &&
                            made % 5 == 0
                        ? Number(1)
                        : Number();
         },
         5},
        {"TCP_KEEPINTVL resets the time",
         [=](const Model&, const std::vector<Step>& taken, std::size_t socket, Setting setting) {
             return setting == Setting::time && last(taken, StepKind::set_interval, socket)
                        ? Number(7200)
                        : Number();
         },
         3},
    };
}

}  // namespace

TEST_CASE("a failing walk shrinks to the fewest steps that fail the same way") {
    for (const auto& known : known_lies()) {
        std::size_t failed = 0;
        std::size_t shortest = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const auto steps = draw_walk(Network::ipv4, seed, 60);
            const Play play = [&](const std::vector<Step>& walk) {
                return play_on_lying_stack(walk, known.lie);
            };
            const auto playing = play(steps);
            if (!playing.mismatch) {
                continue;
            }
            ++failed;
            const auto shrunk = shrink(as_played(steps, playing), play, 100'000);
            const auto again = play(shrunk.steps);
            REQUIRE(again.mismatch);
            CHECK(again.mismatch->is_like(*playing.mismatch));
            CHECK(std::ranges::count(again.skipped, true) == 0);
            CHECK(again.mismatch->step + 1 == shrunk.steps.size());
            shortest += shrunk.steps.size() == known.shortest;
            CHECK(shrunk.steps.size() >= known.shortest);
        }
        INFO(known.name << ": " << shortest << " of " << failed << " failing walks are shortest");
        CHECK(failed >= 10);
        CHECK(shortest * 10 >= failed * 9);
    }
}

TEST_CASE("no more is tried than shrinking may") {
    const auto steps = draw_walk(Network::ipv4, 1, 60);
    std::size_t tries = 0;
    const Play play = [&](const std::vector<Step>& walk) {
        ++tries;
        return play_on_lying_stack(walk, known_lies().front().lie);
    };
    const FailingWalk failing{steps, {}};
    CHECK(shrink(failing, play, 0).steps == steps);
    CHECK(tries == 0);
}

TEST_CASE("what went wrong is said with where the value came from") {
    const std::vector<Step> steps{{StepKind::socket, 0},
                                  {StepKind::set_idle, 0},
                                  {StepKind::get_other_option, 0},
                                  {StepKind::bind, 0}};
    const auto playing = play_on_lying_stack(steps, known_lies().front().lie);
    REQUIRE(playing.mismatch);
    CHECK(to_text(*playing.mismatch) ==
          "after bind #0, the time of #0 is 7200 s; it was set to 5 s (TCP_KEEPIDLE) two calls "
          "earlier");
    CHECK(std::string(playing.mismatch->requirement) == "sio-keepalive-vals.times-stay");
}
