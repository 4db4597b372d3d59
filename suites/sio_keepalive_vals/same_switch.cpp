#include "keepalive/times.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

// SO_KEEPALIVE reads the switch that the control code sets.
CONFORMANCE_CASE("sio-keepalive-vals/same-switch/option-reads-what-the-code-set",
                 checks("sio-keepalive-vals.so-keepalive-agrees"), rows(family, value)) {
    const auto pair = test.connected_pair(row[family]);
    require_option(pair.client, so_keepalive, opposite(row[value]));
    require_success(KeepaliveVals(turned(row[value])).on(pair.client));
    CHECK_THAT(pair.client.get(so_keepalive), Stores(row[value]));
}

// SO_KEEPALIVE changes the switch that the control code set, and the reverse.
CONFORMANCE_CASE("sio-keepalive-vals/same-switch/each-changes-what-the-other-set",
                 checks("sio-keepalive-vals.so-keepalive-agrees"), rows(family, value)) {
    const auto pair = test.connected_pair(row[family]);
    require_success(KeepaliveVals(turned(opposite(row[value]))).on(pair.client));
    CHECK_THAT(pair.client.set(so_keepalive, row[value]), Succeeds());
    CHECK_THAT(pair.client.get(so_keepalive), Stores(row[value]));
    CHECK_THAT(KeepaliveVals(turned(opposite(row[value]))).on(pair.client), Succeeds());
    CHECK_THAT(pair.client.get(so_keepalive), Stores(opposite(row[value])));
}

// The times stay when the option is turned off and on.
CONFORMANCE_CASE("sio-keepalive-vals/same-switch/times-stay",
                 checks("sio-keepalive-vals.values-stay"), rows(family, timing),
                 since(times_readable)) {
    const auto pair = test.connected_pair(row[family]);
    constexpr TimesInSeconds times{5, 7};
    require_times(pair.client, times);
    require_option(pair.client, so_keepalive, off);
    require_option(pair.client, so_keepalive, on);
    CHECK_SECONDS(pair.client, row[timing], StoresExactly(times[row[timing]]));
}

// The switch of one connection is not another's, nor that of the connection's other end.
CONFORMANCE_CASE("sio-keepalive-vals/per-connection/switch",
                 checks("sio-keepalive-vals.per-connection"), rows(family, value)) {
    const auto one = test.connected_pair(row[family]);
    const auto other = test.connected_pair(row[family]);
    for (const auto* socket : {&one.server, &other.client}) {
        require_option(*socket, so_keepalive, opposite(row[value]));
    }
    require_success(KeepaliveVals(turned(row[value])).on(one.client));
    CHECK_OPTION(one.server, so_keepalive, opposite(row[value]));
    CHECK_OPTION(other.client, so_keepalive, opposite(row[value]));
}

// Two connections have each their own times, and a third one the defaults.
CONFORMANCE_CASE("sio-keepalive-vals/per-connection/times",
                 checks("sio-keepalive-vals.per-connection"),
                 rows(family, timing.since(first_readable))) {
    const auto untouched = test.connected_pair(row[family]);
    const auto usual = read_seconds(untouched.client, row[timing]).dword();
    const auto one = test.connected_pair(row[family]);
    const auto other = test.connected_pair(row[family]);
    constexpr TimesInSeconds times{5, 7};
    require_times(one.client, times, {row[timing]});
    require_times(other.client, {9, 11}, {row[timing]});
    CHECK_SECONDS(one.client, row[timing], StoresExactly(times[row[timing]]));
    CHECK_SECONDS(untouched.client, row[timing], StoresExactly(usual));
}

// A socket accepted from a listener on which it was used has the listener's switch.
CONFORMANCE_CASE("sio-keepalive-vals/accepted/switch", checks("sio-keepalive-vals.accept-inherits"),
                 rows(family, value)) {
    const auto listener = test.listener(row[family]);
    require_option(listener.socket(), so_keepalive, opposite(row[value]));
    require_success(KeepaliveVals(turned(row[value])).on(listener.socket()));
    const auto client = test.stream_socket(row[family]);
    require_success(test.winsock().connect(client.handle(), listener.address()));
    const auto accepted = listener.accept();
    require_reads(listener.socket(), so_keepalive, row[value]);
    CHECK_OPTION(accepted, so_keepalive, row[value]);
}

// It has the listener's times.
CONFORMANCE_CASE("sio-keepalive-vals/accepted/times", checks("sio-keepalive-vals.accept-inherits"),
                 rows(family, timing.since(first_readable))) {
    const auto listener = test.listener(row[family]);
    constexpr TimesInSeconds times{5, 7};
    require_times(listener.socket(), times, {row[timing]});
    const auto client = test.stream_socket(row[family]);
    require_success(test.winsock().connect(client.handle(), listener.address()));
    const auto accepted = listener.accept();
    require_time(listener.socket(), row[timing], times);
    CHECK_SECONDS(accepted, row[timing], StoresExactly(times[row[timing]]));
}

namespace {

void check_switched_on(const Test& test, Family of_family, KeepaliveTime which,
                       const OptionMatcher& expected) {
    const auto socket = test.stream_socket(of_family);
    require_option(socket, so_keepalive, on);
    CHECK_SECONDS(socket, which, expected);
}

}  // namespace

// A socket on which it was not used has the page's times, where the registry sets no others.
CONFORMANCE_CASE("sio-keepalive-vals/default/time", checks("sio-keepalive-vals.default-time"),
                 rows(family), since(first_readable(KeepaliveTime::time))) {
    check_switched_on(test, row[family], KeepaliveTime::time,
                      StoresExactly(default_seconds_without_registry(KeepaliveTime::time)));
}
CONFORMANCE_CASE("sio-keepalive-vals/default/interval",
                 checks("sio-keepalive-vals.default-interval"), rows(family),
                 since(first_readable(KeepaliveTime::interval))) {
    check_switched_on(test, row[family], KeepaliveTime::interval,
                      StoresExactly(default_seconds_without_registry(KeepaliveTime::interval)));
}

// Where the registry sets times, it has those.
CONFORMANCE_CASE("sio-keepalive-vals/registry/keep-alive-time",
                 checks("sio-keepalive-vals.registry-time"), rows(family),
                 since(first_readable(KeepaliveTime::time))) {
    check_switched_on(test, row[family], KeepaliveTime::time,
                      StoresTimeOfRegistry(KeepaliveTime::time));
}
CONFORMANCE_CASE("sio-keepalive-vals/registry/keep-alive-interval",
                 checks("sio-keepalive-vals.registry-interval"), rows(family),
                 since(first_readable(KeepaliveTime::interval))) {
    check_switched_on(test, row[family], KeepaliveTime::interval,
                      StoresTimeOfRegistry(KeepaliveTime::interval));
}

}  // namespace conformance
