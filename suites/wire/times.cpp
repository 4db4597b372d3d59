#include "unanswered.hpp"

#include "cases/case.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;
using std::chrono::milliseconds;

static const Parameter<int> keepalivetime("keepalivetime", {500, 1000, 1500, 2000, 3000, 4000});
static const Parameter<int> keepaliveinterval("keepaliveinterval", {500, 1000, 1500, 2000, 3000});

// The first probe comes after keepalivetime.
CONFORMANCE_CASE("sio-keepalive-vals/wire/first-probe", checks("sio-keepalive-vals.time"),
                 rows(family, keepalivetime), watches_wire(6s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    const milliseconds time(row[keepalivetime]);
    require_keepalive_vals(connection.client, time, 7000ms);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(time)), TakesAbout(time));
}

// While probes are answered, the next one comes after keepalivetime, too.
CONFORMANCE_CASE("sio-keepalive-vals/wire/answered-probes", checks("sio-keepalive-vals.time"),
                 rows(family), watches_wire(8s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 2000ms, 1000ms);
    for (const std::size_t probe : {1u, 2u, 3u}) {
        CHECK_THAT(wire.idle_before_probe(connection, probe, timeout_for(2000ms)),
                   TakesAbout(2000ms));
    }
}

// While they are not, the next one comes after keepaliveinterval.
CONFORMANCE_CASE("sio-keepalive-vals/wire/unanswered-probes", checks("sio-keepalive-vals.interval"),
                 rows(family, keepaliveinterval), watches_silence(10s)) {
    const milliseconds interval(row[keepaliveinterval]);
    // Another time, so that one is not taken for the other.
    const auto time = interval <= 1000ms ? 2000ms : 1000ms;
    Unanswered unanswered(test, row[family], time, interval);
    for (const std::size_t probe : {2u, 3u}) {
        CHECK_THAT(unanswered.wire().idle_before_probe(unanswered.connection(), probe,
                                                       timeout_for(time + interval)),
                   TakesAbout(interval));
    }
}

// Two connections side by side have each its own times.
CONFORMANCE_CASE("sio-keepalive-vals/wire/two-connections",
                 checks("sio-keepalive-vals.per-connection"), rows(family), watches_wire(8s)) {
    Wire wire(test, row[family]);
    const auto one = wire.connect();
    const auto other = wire.connect();
    require_keepalive_vals(one.client, 1000ms, 1000ms);
    require_keepalive_vals(other.client, 3000ms, 1000ms);
    CHECK_THAT(wire.idle_before_probe(other, 1, timeout_for(3000ms)), TakesAbout(3000ms));
    CHECK_THAT(wire.idle_before_probe(one, 1, 0ms), TakesAbout(1000ms));
    CHECK_THAT(wire.idle_before_probe(one, 2, 0ms), TakesAbout(1000ms));
}

// A connection with the option on that got no times is not probed with another's.
CONFORMANCE_CASE("sio-keepalive-vals/wire/other-connection-keeps-its-times",
                 checks("sio-keepalive-vals.per-connection"), rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto with_times = wire.connect();
    const auto without = wire.connect();
    require_option(without.client, so_keepalive, on);
    require_keepalive_vals(with_times.client, 1000ms, 1000ms);
    require_probes(wire, with_times, 1, 2000ms);
    CHECK_THAT(wire.probes_while_watched(without, 2000ms), Counts(0));
}

// Zero stops the probes.
CONFORMANCE_CASE("sio-keepalive-vals/wire/zero-ends-the-probes", checks("sio-keepalive-vals.onoff"),
                 rows(family), watches_wire(6s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 1000ms);
    require_probes(wire, connection, 1, 2000ms);
    require_success(set_keepalive_vals(connection.client, off, 1000, 1000));
    CHECK_THAT(wire.probes_while_watched(connection, 3000ms), Counts(0));
}

// The times of a call with a zero are not used: after it is switched on again, the old times hold.
CONFORMANCE_CASE("sio-keepalive-vals/wire/zero-does-not-use-the-times",
                 checks("sio-keepalive-vals.onoff-zero-keeps-times"), rows(family),
                 watches_silence(6s)) {
    Unanswered unanswered(test, row[family], 2000ms, 1000ms);
    require_success(set_keepalive_vals(unanswered.socket(), off, 1000, 3000));
    require_option(unanswered.socket(), so_keepalive, on);
    require_no_probe(unanswered.wire(), unanswered.connection(), 0ms);
    CHECK_THAT(unanswered.wire().idle_before_probe(unanswered.connection(), 1, timeout_for(2000ms)),
               TakesAbout(2000ms));
    CHECK_THAT(unanswered.wire().idle_before_probe(unanswered.connection(), 2, timeout_for(1000ms)),
               TakesAbout(1000ms));
}

// Switched off and on with SO_KEEPALIVE, keepalivetime holds.
CONFORMANCE_CASE("sio-keepalive-vals/wire/time-stays", checks("sio-keepalive-vals.values-stay"),
                 rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 2000ms, 7000ms);
    require_option(connection.client, so_keepalive, off);
    require_option(connection.client, so_keepalive, on);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2000ms)), TakesAbout(2000ms));
}

// Switched off and on, keepaliveinterval holds.
CONFORMANCE_CASE("sio-keepalive-vals/wire/interval-stays", checks("sio-keepalive-vals.values-stay"),
                 rows(family), watches_silence(6s)) {
    Unanswered unanswered(test, row[family], 1000ms, 2000ms);
    require_option(unanswered.socket(), so_keepalive, off);
    require_option(unanswered.socket(), so_keepalive, on);
    require_no_probe(unanswered.wire(), unanswered.connection(), 0ms);
    CHECK_THAT(unanswered.wire().idle_before_probe(unanswered.connection(), 2, timeout_for(3000ms)),
               TakesAbout(2000ms));
}

// On one page as on the other.
CONFORMANCE_CASE("so-keepalive/wire/values-stay", checks("so-keepalive.values-stay"), rows(family),
                 watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 7000ms);
    require_option(connection.client, so_keepalive, off);
    require_option(connection.client, so_keepalive, on);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(1000ms)), TakesAbout(1000ms));
}

}  // namespace conformance
