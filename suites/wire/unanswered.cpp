#include "unanswered.hpp"

#include "model/inconclusive.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

Unanswered::Unanswered(const Test& test, Family over, std::chrono::milliseconds time,
                       std::chrono::milliseconds interval, SwitchedOnBy by)
    : wire_(test, over),
      peer_(wire_.silent_peer()),
      connection_(wire_.connect(peer_)),
      time_(time),
      interval_(interval) {
    peer_.fall_silent();
    require_keepalive_vals(socket(), time, interval);
    if (by == SwitchedOnBy::option) {
        require_option(socket(), so_keepalive, off);
        require_option(socket(), so_keepalive, on);
    }
}

bool Unanswered::is_given_up(std::uint32_t expected) {
    const auto timeout = timeout_for(time_ + (expected + 1) * interval_);
    const auto ended = socket().winsock().select_readable(socket().handle(), timeout);
    require_success(ended);
    return ended.value != 0;
}

void Unanswered::wait_until_given_up() {
    if (!is_given_up()) {
        throw Inconclusive("the connection was not given up in the time of eleven probes");
    }
    wire_.catch_up();
    if (wire_.probes(connection_).empty()) {
        throw Inconclusive("the socket could be read from before a probe was sent");
    }
}

ProbeCount Unanswered::probes_until_given_up(std::uint32_t expected) {
    const bool ended = is_given_up(expected);
    wire_.catch_up();
    const auto probes = wire_.probes(connection_);
    if (ended && probes.empty()) {
        throw Inconclusive("the socket could be read from before a probe was sent");
    }
    require_none_missed(probes);
    return {probes.size(), wire_.clock()};
}

WireTime Unanswered::last_probe_until_given_up() {
    if (!is_given_up()) {
        throw Inconclusive("the connection was not given up in the time of eleven probes");
    }
    const auto given_up_us = wire_.now_us();
    wire_.catch_up();
    const auto probes = wire_.probes(connection_);
    if (probes.empty()) {
        throw Inconclusive("the socket could be read from before a probe was sent");
    }
    require_none_missed(probes);
    return wire_.time_from(probes.back(), given_up_us);
}

void Unanswered::require_none_missed(const std::vector<Segment>& probes) const {
    const auto clock = wire_.clock();
    const auto half = std::chrono::microseconds(interval_).count() / 2;
    for (std::size_t i = 1; i < probes.size(); ++i) {
        if (elapsed(probes[i - 1], probes[i]).least_us > 3 * half + clock.delay_us) {
            require_machine_in_time(clock);
            throw Inconclusive("a probe seems to have been missed: two are " +
                               rounded_to_half_second(elapsed(probes[i - 1], probes[i])) +
                               " apart");
        }
    }
}

}  // namespace conformance
