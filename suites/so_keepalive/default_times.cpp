#include "cases/common_parameters.hpp"
#include "keepalive/times.hpp"

namespace conformance {

using namespace parameters;

// Two hours and one second, as far as the stack reports them.
CONFORMANCE_CASE("so-keepalive/default/times", checks("so-keepalive.default-timing"),
                 rows(family, timing.since(first_readable))) {
    const auto seconds = default_seconds_without_registry(row[timing]);
    const auto socket = test.stream_socket(row[family]);
    CHECK_SECONDS(socket, row[timing], StoresExactly(seconds));
}

// The registry's KeepAliveTime is the system's.
CONFORMANCE_CASE("so-keepalive/registry/keep-alive-time", checks("so-keepalive.registry-time"),
                 rows(family), since(first_readable(KeepaliveTime::time))) {
    const auto of_registry = StoresTimeOfRegistry(KeepaliveTime::time);
    const auto socket = test.stream_socket(row[family]);
    CHECK_SECONDS(socket, KeepaliveTime::time, of_registry);
}

// The registry's KeepAliveInterval is the system's.
CONFORMANCE_CASE("so-keepalive/registry/keep-alive-interval",
                 checks("so-keepalive.registry-interval"), rows(family),
                 since(first_readable(KeepaliveTime::interval))) {
    const auto of_registry = StoresTimeOfRegistry(KeepaliveTime::interval);
    const auto socket = test.stream_socket(row[family]);
    CHECK_SECONDS(socket, KeepaliveTime::interval, of_registry);
}

// The values of SIO_KEEPALIVE_VALS remain after the option was turned off and on.
CONFORMANCE_CASE("so-keepalive/values/stay-over-off-and-on", checks("so-keepalive.values-stay"),
                 rows(family, timing), since(times_readable)) {
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    constexpr TimesInSeconds times{5, 7};
    require_times(socket, times);
    require_option(socket, so_keepalive, off);
    require_option(socket, so_keepalive, on);
    CHECK_SECONDS(socket, row[timing], StoresExactly(times[row[timing]]));
}

// A socket without values of its own keeps its defaults when another socket gets values.
CONFORMANCE_CASE("so-keepalive/values/fresh-socket-has-the-defaults",
                 checks("so-keepalive.values-stay"), rows(family, timing), since(times_readable)) {
    const auto usual = read_seconds(test.stream_socket(row[family]), row[timing]).dword();
    const auto other = test.stream_socket(row[family]);
    require_times(other, {5, 7});
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, on);
    CHECK_SECONDS(socket, row[timing], StoresExactly(usual));
}

}  // namespace conformance
