// A time of zero is not documented; stacks were seen to do anything from refusing it to flooding
// the peer with probes.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "cases/common_parameters.hpp"
#include "keepalive/times.hpp"
#include "base/text.hpp"
#include "unanswered.hpp"
#include "keepalive/options.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

namespace {

constexpr auto zero_watched_for = 3000ms;
/// More than these are a flood: the row then turns keep-alive off at once.
constexpr std::size_t flood = 50;
/// A stack that takes zero for its shortest time sends no more than these.
constexpr std::size_t a_few = 6;

/// Probes a second from the first to the last, with one significant digit: a rate is never the same
/// twice.
std::int64_t rounded_rate(const std::vector<Segment>& probes) {
    constexpr std::int64_t us_per_s = 1'000'000;
    const auto took_us = std::max<std::int64_t>(1, elapsed(probes.front(), probes.back()).most_us);
    const auto rate = static_cast<std::int64_t>(probes.size() - 1) * us_per_s / took_us;
    std::int64_t digit = 1;
    while (rate / digit >= 10) {
        digit *= 10;
    }
    return (rate + digit / 2) / digit * digit;
}

/// Watches the probes of a connection whose peer is silent, and turns keep-alive off.
Seen probes_seen(Wire& wire, const WatchedConnection& connection) {
    const auto counted = wire.probes_within(connection, flood, zero_watched_for);
    const auto probes = wire.probes(connection);
    // That may be refused where so many probes have ended the connection already.
    static_cast<void>(connection.client.set(so_keepalive, off));
    if (probes.empty()) {
        require_machine_in_time(counted.clock);
        return {"no probe within " + seconds(zero_watched_for.count())};
    }
    if (probes.size() <= a_few) {
        return {"about a probe a second"};
    }
    return {"about " + std::to_string(rounded_rate(probes)) + " probes a second"};
}

const Parameter<KeepaliveTime> zero("zero", {KeepaliveTime::time, KeepaliveTime::interval});

/// A connection to a peer that has fallen silent.
struct Silenced {
    Silenced(const Test& test, Family over)
        : wire(test, over), peer(wire.silent_peer()), connection(wire.connect(peer)) {
        peer.fall_silent();
    }

    Wire wire;
    SilentPeer peer;
    WatchedConnection connection;
};

}  // namespace

// By the control code, {1, 0, 1000} and {1, 1000, 0}.
CONFORMANCE_CASE("sio-keepalive-vals/wire/zero", checks("sio-keepalive-vals.zero-times"),
                 rows(family, zero), watches_silence(4s)) {
    Silenced silenced(test, row[family]);
    const auto& socket = silenced.connection.client;
    const auto used = row[zero] == KeepaliveTime::time ? set_keepalive_vals(socket, on, 0, 1000)
                                                       : set_keepalive_vals(socket, on, 1000, 0);
    RECORD(acceptance(used));
    if (!used.failed) {
        RECORD(probes_seen(silenced.wire, silenced.connection));
    }
}

// By the option of TCP, where both times were 1 s.
CONFORMANCE_CASE("ipproto-tcp/wire/zero", checks("ipproto-tcp.zero-times"),
                 rows(family, zero.documented_since(first_readable)), watches_silence(4s)) {
    Silenced silenced(test, row[family]);
    const auto& socket = silenced.connection.client;
    require_keepalive_vals(socket, 1000ms, 1000ms);
    require_option(socket, so_keepalive, off);
    const auto set = socket.set(row[zero] == KeepaliveTime::time ? tcp_keepidle : tcp_keepintvl, 0);
    RECORD(acceptance(set));
    if (!set.failed) {
        require_option(socket, so_keepalive, on);
        RECORD(probes_seen(silenced.wire, silenced.connection));
    }
}

}  // namespace conformance
