#include "keepalive/times.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<std::uint32_t> not_zero("onoff", {1u, 2u, 0x100u, 0x10000u, 0x80000000u,
                                                         0xFFFFFFFFu});

// Any onoff but zero turns keep-alive on.
CONFORMANCE_CASE("sio-keepalive-vals/onoff/other-than-zero-turns-on",
                 checks("sio-keepalive-vals.onoff"), rows(family, not_zero)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    CHECK_THAT(set_keepalive_vals(socket, row[not_zero], 5000, 7000), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// Zero turns it off.
CONFORMANCE_CASE("sio-keepalive-vals/onoff/zero-turns-off", checks("sio-keepalive-vals.onoff"),
                 rows(family)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, on);
    CHECK_THAT(set_keepalive_vals(socket, 0, 5000, 7000), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
}

// Turned on, the times are used, as far as the stack lets them be read.
CONFORMANCE_CASE("sio-keepalive-vals/onoff/on-uses-the-times", checks("sio-keepalive-vals.onoff"),
                 rows(family, timing.since(first_readable))) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    static_cast<void>(read_seconds(socket, row[timing]));
    require_success(set_keepalive_vals(socket, 1, 5000, 7000));
    CHECK_SECONDS(socket, row[timing], StoresExactly(row[timing] == KeepaliveTime::time ? 5 : 7));
}

// Turned off, they are not used: turned on again with the option, the old ones hold.
CONFORMANCE_CASE("sio-keepalive-vals/onoff/off-does-not-use-the-times",
                 checks("sio-keepalive-vals.onoff-zero-keeps-times"), rows(family, timing),
                 since(times_readable)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    constexpr TimesInSeconds times{5, 7};
    require_times(socket, times);
    require_option(socket, so_keepalive, off);
    require_option(socket, so_keepalive, on);
    require_time(socket, row[timing], times);
    require_success(set_keepalive_vals(socket, 0, 9000, 11000));
    require_option(socket, so_keepalive, on);
    CHECK_SECONDS(socket, row[timing], StoresExactly(times[row[timing]]));
}

}  // namespace conformance
