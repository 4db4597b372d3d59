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
    given_times(pair.client, 5, 7);
    given_keepalive(pair.client, off);
    given_keepalive(pair.client, on);
    CHECK_THAT(read_seconds(pair.client, row[timing]),
               StoresExactly(row[timing] == KeepaliveTime::time ? 5 : 7));
}

// The switch of one connection is not another's, nor that of the connection's other end.
CONFORMANCE_CASE("sio-keepalive-vals/per-connection/switch",
                 checks("sio-keepalive-vals.per-connection"), rows(family, value)) {
    const auto one = test.connected_pair(row[family]);
    const auto other = test.connected_pair(row[family]);
    for (const auto* socket : {&one.server, &other.client}) {
        given_keepalive(*socket, opposite(row[value]));
    }
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(one.client), Succeeds());
    CHECK_SWITCH(one.client, row[value]);
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
    test.given(KeepaliveVals({1, 5000, 7000}).on(one.client));
    test.given(KeepaliveVals({1, 9000, 11000}).on(other.client));
    const bool is_time = row[timing] == KeepaliveTime::time;
    CHECK_THAT(read_seconds(one.client, row[timing]), StoresExactly(is_time ? 5 : 7));
    CHECK_THAT(read_seconds(other.client, row[timing]), StoresExactly(is_time ? 9 : 11));
    CHECK_THAT(read_seconds(untouched.client, row[timing]), StoresExactly(usual));
}

// Nothing is said of a socket accepted from a listener on which it was used: what it has of it is
// recorded.
CONFORMANCE_CASE("sio-keepalive-vals/accepted/switch", checks("sio-keepalive-vals.accept-inherits"),
                 rows(family)) {
    const auto listener = test.listener(row[family]);
    test.given(KeepaliveVals(turned_on).on(listener.socket()));
    const auto client = test.stream_socket(row[family]);
    test.given(test.winsock().connect(client.handle(), listener.address()));
    CHECK_THAT(read_any_switch(listener.accept()), StoresBetween(off, on));
}

CONFORMANCE_CASE("sio-keepalive-vals/accepted/times", checks("sio-keepalive-vals.accept-inherits"),
                 rows(family, timing), since(times_readable)) {
    const auto listener = test.listener(row[family]);
    const auto usual = read_seconds(test.stream_socket(row[family]), row[timing]).dword();
    given_times(listener.socket(), 5, 7);
    const auto client = test.stream_socket(row[family]);
    test.given(test.winsock().connect(client.handle(), listener.address()));
    CHECK_THAT(read_seconds(listener.accept(), row[timing]),
               StoresOneOf({row[timing] == KeepaliveTime::time ? 5u : 7u, usual}));
}

// The defaults of a socket on which it was not used: the registry's, or those of the page.
CONFORMANCE_CASE("sio-keepalive-vals/default/time", checks("sio-keepalive-vals.default-time"),
                 rows(family), since(first_readable(KeepaliveTime::time))) {
    const auto seconds = configured_seconds(KeepaliveTime::time);
    const auto socket = test.stream_socket(row[family]);
    given_keepalive(socket, on);
    CHECK_THAT(read_seconds(socket, KeepaliveTime::time), StoresExactly(seconds));
}

CONFORMANCE_CASE("sio-keepalive-vals/default/interval",
                 checks("sio-keepalive-vals.default-interval"), rows(family),
                 since(first_readable(KeepaliveTime::interval))) {
    const auto seconds = configured_seconds(KeepaliveTime::interval);
    const auto socket = test.stream_socket(row[family]);
    given_keepalive(socket, on);
    CHECK_THAT(read_seconds(socket, KeepaliveTime::interval), StoresExactly(seconds));
}

}  // namespace conformance
