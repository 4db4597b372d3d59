#include "keepalive/times.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// Milliseconds, in decimal and not as a bit pattern.
struct Milliseconds {
    std::uint32_t count;
};

std::string to_text(Milliseconds time) {
    return std::to_string(time.count);
}

const Parameter<Milliseconds> ordinary("ms", {{100}, {999}, {1000}, {1500}, {7'200'000}});
const Parameter<Milliseconds> extreme("ms", {{32'768'000}, {0x7FFFFFFF}, {0xFFFFFFFF}});
const Parameter<Milliseconds> usable("ms", {{0}, {1}, {100}, {999}, {1000}, {1500}, {32'767'000}});
const Parameter<Milliseconds> any("ms", {{0},
                                         {1},
                                         {100},
                                         {999},
                                         {1000},
                                         {1500},
                                         {32'767'000},
                                         {32'768'000},
                                         {0x7FFFFFFF},
                                         {0xFFFFFFFF}});

/// The connection's values before the call; other than those of `turned_on`.
constexpr TimesInSeconds times{9, 11};

/// Values of which the one in question is `time` and the other is as in `turned_on`.
tcp_keepalive with(KeepaliveTime which, Milliseconds time) {
    auto values = turned_on;
    (which == KeepaliveTime::time ? values.keepalivetime : values.keepaliveinterval) = time.count;
    return values;
}

}  // namespace

// Ordinary times are accepted, for the time and for the interval.
CONFORMANCE_CASE("sio-keepalive-vals/times/ordinary", checks("sio-keepalive-vals.wsaioctl"),
                 rows(family, timing, ordinary)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    CHECK_THAT(KeepaliveVals(with(row[timing], row[ordinary])).on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// Which times are acceptable is not said; one that is not gets WSAEINVAL.
CONFORMANCE_CASE("sio-keepalive-vals/times/refused-with-wsaeinval",
                 checks("sio-keepalive-vals.einval-input"), rows(family, timing, extreme)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    const auto result = KeepaliveVals(with(row[timing], row[extreme])).on(socket);
    if (!result.failed) {
        throw NotApplicable("the provider takes this time");
    }
    CHECK_THAT(result, FailsWith(WSAEINVAL));
    require_working_code(socket);
}

// One that is accepted is used, as far as the stack lets it be read: in seconds.
CONFORMANCE_CASE("sio-keepalive-vals/times/accepted-are-used", checks("sio-keepalive-vals.onoff"),
                 rows(family, timing.since(first_readable), usable)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    static_cast<void>(read_seconds(socket, row[timing]));
    const auto ms = row[usable].count;
    require_success(KeepaliveVals(with(row[timing], row[usable])).on(socket));
    const auto between = StoresBetween(ms / 1000, ms / 1000 + 1);
    CHECK_THAT(read_seconds(socket, row[timing], between), Recorded(between));
    require_times(socket, times, {row[timing]});
}

// A time beyond the stack's range is used exactly, or refused without a change.
CONFORMANCE_CASE("sio-keepalive-vals/times/used-or-unchanged",
                 checks("sio-keepalive-vals.all-or-nothing"), rows(family, timing, extreme),
                 since(times_readable)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_times(socket, times);
    const auto ms = row[extreme].count;
    const auto result = KeepaliveVals(with(row[timing], row[extreme])).on(socket);
    RECORD(acceptance(result));
    CHECK_SECONDS(socket, row[timing],
                  result.failed ? StoresExactly(times[row[timing]])
                                : StoresBetween(ms / 1000, ms / 1000 + 1));
}

// Accepted, they turn keep-alive on; refused, they leave the switch as it was.
CONFORMANCE_CASE("sio-keepalive-vals/times/all-or-nothing",
                 checks("sio-keepalive-vals.all-or-nothing"), rows(family, timing, any)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    const auto result = KeepaliveVals(with(row[timing], row[any])).on(socket);
    RECORD(acceptance(result));
    CHECK_OPTION(socket, so_keepalive, result.failed ? off : on);
}

// And of two times, of which one is refused, the other does not change either.
CONFORMANCE_CASE("sio-keepalive-vals/times/both-or-none",
                 checks("sio-keepalive-vals.all-or-nothing"), rows(family, timing, any),
                 since(times_readable)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    const auto other =
        row[timing] == KeepaliveTime::time ? KeepaliveTime::interval : KeepaliveTime::time;
    require_times(socket, times);
    const auto result = KeepaliveVals(with(row[timing], row[any])).on(socket);
    RECORD(acceptance(result));
    const auto changed = other == KeepaliveTime::time ? 5u : 7u;
    CHECK_SECONDS(socket, other, StoresExactly(result.failed ? times[other] : changed));
}

}  // namespace conformance
