#include "cases/keepalive_times.hpp"
#include "turn_on.hpp"

namespace conformance {

// What the control code sets, SO_KEEPALIVE reads.
CONFORMANCE_CASE("sio-keepalive-vals/same-switch/option-reads-what-the-code-set",
                 checks("sio-keepalive-vals.so-keepalive-agrees"), rows(family, value)) {
    const auto pair = test.connected_pair(row[family]);
    given_keepalive(pair.client, opposite(row[value]));
    test.given(KeepaliveVals(turned(row[value])).on(pair.client));
    CHECK_THAT(pair.client.get_keepalive(), Stores(row[value]));
}

// What the control code set, SO_KEEPALIVE changes, and the other way round.
CONFORMANCE_CASE("sio-keepalive-vals/same-switch/each-changes-what-the-other-set",
                 checks("sio-keepalive-vals.so-keepalive-agrees"), rows(family, value)) {
    const auto pair = test.connected_pair(row[family]);
    test.given(KeepaliveVals(turned(opposite(row[value]))).on(pair.client));
    CHECK_THAT(pair.client.set_keepalive(row[value]), Succeeds());
    CHECK_THAT(pair.client.get_keepalive(), Stores(row[value]));
    CHECK_THAT(KeepaliveVals(turned(opposite(row[value]))).on(pair.client), Succeeds());
    CHECK_THAT(pair.client.get_keepalive(), Stores(opposite(row[value])));
}

// The times stay when the option is turned off and on.
CONFORMANCE_CASE("sio-keepalive-vals/same-switch/times-stay",
                 checks("sio-keepalive-vals.values-stay"), rows(family, timing),
                 since(times_readable)) {
    const auto pair = test.connected_pair(row[family]);
    constexpr TimesInSeconds times{5, 7};
    given_times(pair.client, times);
    given_keepalive(pair.client, off);
    given_keepalive(pair.client, on);
    CHECK_SECONDS(pair.client, row[timing], StoresExactly(times[row[timing]]));
}

// The switch of one connection is not another's, nor that of the connection's other end.
CONFORMANCE_CASE("sio-keepalive-vals/per-connection/switch",
                 checks("sio-keepalive-vals.per-connection"), rows(family, value)) {
    const auto one = test.connected_pair(row[family]);
    const auto other = test.connected_pair(row[family]);
    for (const auto* socket : {&one.server, &other.client}) {
        given_keepalive(*socket, opposite(row[value]));
    }
    test.given(KeepaliveVals(turned(row[value])).on(one.client));
    CHECK_SWITCH(one.server, opposite(row[value]));
    CHECK_SWITCH(other.client, opposite(row[value]));
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
    given_times(one.client, times, {row[timing]});
    given_times(other.client, {9, 11}, {row[timing]});
    CHECK_SECONDS(one.client, row[timing], StoresExactly(times[row[timing]]));
    CHECK_SECONDS(untouched.client, row[timing], StoresExactly(usual));
}

// Nothing is said of a socket accepted from a listener on which it was used: what it has of it is
// recorded.
CONFORMANCE_CASE("sio-keepalive-vals/accepted/switch", checks("sio-keepalive-vals.accept-inherits"),
                 rows(family)) {
    const auto listener = test.listener(row[family]);
    test.given(KeepaliveVals(turned_on).on(listener.socket()));
    const auto client = test.stream_socket(row[family]);
    test.given(test.winsock().connect(client.handle(), listener.address()));
    CHECK_THAT(read_any_switch(listener.accept()), Recorded(StoresBetween(off, on)));
}

CONFORMANCE_CASE("sio-keepalive-vals/accepted/times", checks("sio-keepalive-vals.accept-inherits"),
                 rows(family, timing), since(times_readable)) {
    const auto listener = test.listener(row[family]);
    const auto usual = read_seconds(test.stream_socket(row[family]), row[timing]).dword();
    constexpr TimesInSeconds times{5, 7};
    given_times(listener.socket(), times);
    const auto client = test.stream_socket(row[family]);
    test.given(test.winsock().connect(client.handle(), listener.address()));
    const auto accepted = listener.accept();
    CHECK_SECONDS(accepted, row[timing], StoresOneOf({times[row[timing]], usual}));
}

// The defaults of a socket on which it was not used: the registry's, or those of the page.
CONFORMANCE_CASE("sio-keepalive-vals/default/time", checks("sio-keepalive-vals.default-time"),
                 rows(family), since(first_readable(KeepaliveTime::time))) {
    const auto seconds = configured_seconds(KeepaliveTime::time);
    const auto socket = test.stream_socket(row[family]);
    given_keepalive(socket, on);
    CHECK_SECONDS(socket, KeepaliveTime::time, StoresExactly(seconds));
}

CONFORMANCE_CASE("sio-keepalive-vals/default/interval",
                 checks("sio-keepalive-vals.default-interval"), rows(family),
                 since(first_readable(KeepaliveTime::interval))) {
    const auto seconds = configured_seconds(KeepaliveTime::interval);
    const auto socket = test.stream_socket(row[family]);
    given_keepalive(socket, on);
    CHECK_SECONDS(socket, KeepaliveTime::interval, StoresExactly(seconds));
}

}  // namespace conformance
