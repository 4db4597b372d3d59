#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "lying_stack.hpp"
#include "requirements/catalogue.hpp"

using namespace conformance;

namespace {

Model after(const std::vector<Step>& steps) {
    Model model(Network::ipv4, documented);
    for (const auto& step : steps) {
        REQUIRE(model.allows(step));
        model.take(step);
    }
    return model;
}

/// Two sockets: #0 listens, #1 has connected to it.
std::vector<Step> connected() {
    return {{StepKind::socket, 0},
            {StepKind::bind, 0},
            {StepKind::listen, 0},
            {StepKind::socket, 1},
            {StepKind::connect, 1, 0}};
}

std::vector<Step> operator+(std::vector<Step> steps, const Step& more) {
    steps.push_back(more);
    return steps;
}

}  // namespace

TEST_CASE("a new socket has the defaults") {
    const auto model = after({{StepKind::socket, 0}});
    for (const auto setting : all_settings) {
        CHECK(model.remembered(0, setting).value == documented[setting]);
    }
}

TEST_CASE("SO_KEEPALIVE sets the switch, whatever the value that is not zero, and nothing else") {
    for (std::uint8_t variant = 0; variant < info(StepKind::set_keepalive).variants; ++variant) {
        const auto model = after({{StepKind::socket, 0}, {StepKind::set_keepalive, 0, 0, variant}});
        CHECK(model.remembered(0, Setting::keepalive).value ==
              (switch_values[variant] != 0 ? 1U : 0U));
        CHECK(model.remembered(0, Setting::time).value == 7200);
        CHECK(model.remembered(0, Setting::interval).value == 1);
    }
}

TEST_CASE("the control code sets switch and times, and with onoff 0 the switch alone") {
    const auto on = after({{StepKind::socket, 0}, {StepKind::set_keepalive_vals, 0, 0, 1}});
    CHECK(on.remembered(0, Setting::keepalive).value == 1);
    CHECK(on.remembered(0, Setting::time).value == 60);
    CHECK(on.remembered(0, Setting::interval).value == 7);
    CHECK(on.remembered(0, Setting::count).value == 10);
    const auto off = after({{StepKind::socket, 0},
                            {StepKind::set_keepalive_vals, 0, 0, 1},
                            {StepKind::set_keepalive_vals, 0, 0, 4}});
    CHECK(off.remembered(0, Setting::keepalive).value == 0);
    CHECK(off.remembered(0, Setting::time).value == 60);
    CHECK(off.remembered(0, Setting::interval).value == 7);
}

TEST_CASE("the options of TCP set one thing each") {
    const auto model = after({{StepKind::socket, 0},
                              {StepKind::set_idle, 0},
                              {StepKind::set_interval, 0, 0, 1},
                              {StepKind::set_count, 0, 0, 2}});
    CHECK(model.remembered(0, Setting::keepalive).value == 0);
    CHECK(model.remembered(0, Setting::time).value == 5);
    CHECK(model.remembered(0, Setting::interval).value == 3);
    CHECK(model.remembered(0, Setting::count).value == 60);
}

TEST_CASE("a refused call changes nothing") {
    auto model = after({{StepKind::socket, 0}, {StepKind::set_keepalive_vals, 0, 0, 1}});
    for (auto i = static_cast<std::size_t>(StepKind::refused_empty); i < step_kind_count; ++i) {
        const Step step{static_cast<StepKind>(i), 0};
        REQUIRE(model.allows(step));
        CHECK(model.is_refused(step));
        model.take(step);
        CHECK(model.remembered(0, Setting::keepalive).value == 1);
        CHECK(model.remembered(0, Setting::time).value == 60);
    }
}

TEST_CASE("what was set holds over connect and shutdown") {
    auto steps = connected();
    steps.insert(steps.end() - 1, {StepKind::set_keepalive_vals, 1, 0, 1});
    for (const auto& model :
         {after(steps), after(steps + Step{StepKind::accept, 2, 0}),
          after(steps + Step{StepKind::accept, 2, 0} + Step{StepKind::shutdown, 1, 0, 2})}) {
        CHECK(model.remembered(1, Setting::keepalive).value == 1);
        CHECK(model.remembered(1, Setting::time).value == 60);
    }
}

TEST_CASE("of an accepted socket it is known that it is off when its listener always was") {
    const auto off = after(connected() + Step{StepKind::accept, 2, 0});
    CHECK(off.remembered(2, Setting::keepalive).value == 0);
    for (const auto setting : {Setting::time, Setting::interval, Setting::count}) {
        CHECK(!off.remembered(2, setting).value);
    }
    // On when the client connected, off when it was accepted, and the other way round.
    auto first = connected();
    first.insert(first.end() - 1, {StepKind::set_keepalive, 0, 0, 1});
    CHECK(!after(first + Step{StepKind::set_keepalive, 0, 0, 0} + Step{StepKind::accept, 2, 0})
               .remembered(2, Setting::keepalive)
               .value);
    CHECK(
        !after(connected() + Step{StepKind::set_keepalive, 0, 0, 1} + Step{StepKind::accept, 2, 0})
             .remembered(2, Setting::keepalive)
             .value);
}

TEST_CASE("what was learned stays until something sets it") {
    auto model = after(connected() + Step{StepKind::accept, 2, 0});
    model.learn(2, Setting::time, 33);
    model.take({StepKind::send, 2, 0, 0});
    CHECK(model.remembered(2, Setting::time).value == 33);
    model.take({StepKind::set_idle, 2, 0, 0});
    CHECK(model.remembered(2, Setting::time).value == 5);
}

TEST_CASE("AcceptEx leaves the setting open until the context is updated, and then again") {
    auto model = after(connected() + Step{StepKind::socket, 2} + Step{StepKind::accept_ex, 2, 0});
    CHECK(std::string(model.state(2)) == "accepted without context");
    model.learn(2, Setting::keepalive, 1);
    CHECK_FALSE(model.allows({StepKind::update_accept_context, 2, 1}));
    model.take({StepKind::update_accept_context, 2, 0});
    CHECK(!model.remembered(2, Setting::keepalive).value);
    CHECK(std::string(model.state(2)) == "accepted");
}

TEST_CASE("two descriptors of a socket share what it remembers, and closing one keeps it") {
    auto model = after({{StepKind::socket, 0}, {StepKind::duplicate, 1, 0}});
    model.take({StepKind::set_idle, 1, 0, 0});
    CHECK(model.remembered(0, Setting::time).value == 5);
    CHECK(model.is_about({StepKind::set_idle, 1}, 0));
    model.take({StepKind::close, 0});
    CHECK(model.remembered(1, Setting::time).value == 5);
    CHECK(model.readable_sockets() == std::vector<std::size_t>{1});
}

TEST_CASE("nothing is drawn that would block") {
    auto model = after(connected());
    CHECK_FALSE(model.allows({StepKind::receive, 1}));
    model.take({StepKind::accept, 2, 0});
    CHECK_FALSE(model.allows({StepKind::accept, 3, 0}));
    CHECK_FALSE(model.allows({StepKind::receive, 1}));
    model.take({StepKind::send, 2, 0, 0});
    CHECK(model.allows({StepKind::receive, 1}));
}

TEST_CASE("each rule names a requirement that there is") {
    const auto& catalogue = requirement_catalogue();
    auto model =
        after(connected() + Step{StepKind::accept, 2, 0} + Step{StepKind::datagram_socket, 3});
    for (std::size_t i = 0; i < step_kind_count; ++i) {
        for (const std::uint8_t socket : {std::uint8_t{0}, std::uint8_t{1}, std::uint8_t{3}}) {
            const Step step{static_cast<StepKind>(i), socket};
            for (const auto setting : all_settings) {
                for (const auto about : {0, 1, 2}) {
                    const auto id =
                        model.requirement(step, static_cast<std::size_t>(about), setting);
                    INFO(to_text(step) << ": " << id);
                    CHECK(catalogue.find(id) != nullptr);
                }
            }
            const auto of_call = model.requirement_of_call(step);
            if (step.kind >= StepKind::set_keepalive) {
                INFO(to_text(step) << ": " << of_call);
                CHECK(catalogue.find(of_call) != nullptr);
            }
        }
    }
}
