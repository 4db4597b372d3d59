#pragma once

#include <chrono>
#include <vector>

#include "cases/common_parameters.hpp"
#include "cases/wire.hpp"
#include "keepalive_registry/probe_count.hpp"

namespace conformance {

/// The function that turns keep-alive on.
enum class SwitchedOnBy {
    /// SIO_KEEPALIVE_VALS, which also sets the times.
    control_code,
    /// SO_KEEPALIVE, after SIO_KEEPALIVE_VALS has set the times and SO_KEEPALIVE has turned it off.
    option,
};

/// A connection with keep-alive whose peer has fallen silent.
class Unanswered {
public:
    /// Throws Inconclusive when it cannot be set up.
    Unanswered(const Test& test, Family over, std::chrono::milliseconds time,
               std::chrono::milliseconds interval, SwitchedOnBy by = SwitchedOnBy::control_code);

    Wire& wire() noexcept { return wire_; }
    const WatchedConnection& connection() const noexcept { return connection_; }
    const Socket& socket() const noexcept { return connection_.client; }

    /// Waits until the stack has given the connection up, for the time of eleven probes at most.
    /// Throws Inconclusive when it has not, and when it does so before a probe was sent.
    void wait_until_given_up();
    /// All probes before the connection was given up, or within the time of one more than
    /// `expected`. Throws Inconclusive when one seems to have been missed.
    ProbeCount probes_until_given_up(std::uint32_t expected = probes_from_vista);
    /// The time from the last probe until the connection was given up. Throws like the two
    /// functions above.
    WireTime last_probe_until_given_up();

private:
    bool is_given_up(std::uint32_t expected = probes_from_vista);
    /// Throws Inconclusive when two probes are further apart than the interval, or NotMeasured when
    /// the machine was also late.
    void require_none_missed(const std::vector<Segment>& probes) const;

    Wire wire_;
    SilentPeer peer_;
    WatchedConnection connection_;
    std::chrono::milliseconds time_;
    std::chrono::milliseconds interval_;
};

/// The times with which rows wait for the end: the shortest that every stack accepts.
inline constexpr std::chrono::milliseconds short_time{1000};
inline constexpr std::chrono::milliseconds short_interval{1000};
/// The approximate time for ten probes, and the additional waiting time.
inline constexpr std::chrono::milliseconds until_given_up{17000};

}  // namespace conformance
