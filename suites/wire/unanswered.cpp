#include "unanswered.hpp"

#include "model/inconclusive.hpp"

namespace conformance {

Unanswered::Unanswered(const Test& test, Family over, std::chrono::milliseconds time,
                       std::chrono::milliseconds interval)
    : wire_(test, over),
      peer_(wire_.silent_peer()),
      connection_(wire_.connect(peer_)),
      time_(time),
      interval_(interval) {
    peer_.fall_silent();
    given_keepalive_vals(socket(), time, interval);
}

bool Unanswered::is_given_up() {
    constexpr int one_more_than_documented = 11;
    const auto patience = patience_for(time_ + one_more_than_documented * interval_);
    const auto ended = socket().winsock().select_readable(socket().handle(), patience);
    set_up(ended);
    given_up_us_ = wire_.now_us();
    return ended.value != 0;
}

void Unanswered::wait_until_given_up() {
    if (!is_given_up()) {
        throw Inconclusive("the connection was not given up in the time of eleven probes");
    }
}

ProbeCount Unanswered::probes_until_given_up() {
    static_cast<void>(is_given_up());
    return {wire_.probes(connection_).size()};
}

IntervalCount Unanswered::intervals_until_given_up() {
    wait_until_given_up();
    const auto probes = wire_.probes(connection_);
    if (probes.empty()) {
        throw Inconclusive("the connection was given up without a probe");
    }
    const auto& first = probes.front();
    return {
        whole_units({given_up_us_ - first.at_us, given_up_us_ - first.not_before_us}, interval_)};
}

}  // namespace conformance
