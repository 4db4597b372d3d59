#include "cases/case.hpp"
#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"
#include "cases/wire.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

// With the option on, an idle connection is probed.
CONFORMANCE_CASE("so-keepalive/wire/on-probes-when-idle", checks("so-keepalive.probes-when-idle"),
                 rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 1000ms);
    require_option(connection.client, so_keepalive, off);
    require_success(connection.client.set(so_keepalive, on));
    CHECK_THAT(wire.probes_within(connection, 2, 3000ms), Counts(2, 3));
}

// With it off, it is not.
CONFORMANCE_CASE("so-keepalive/wire/off-sends-no-probes", checks("so-keepalive.probes-when-idle"),
                 rows(family), watches_wire(6s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 1000ms);
    require_success(connection.client.set(so_keepalive, off));
    CHECK_THAT(wire.probes_while_watched(connection, 3000ms), Counts(0));
    // Checks that the switch causes probes at all, so that it can be the reason for their absence.
    require_option(connection.client, so_keepalive, on);
    require_probes(wire, connection, 1, timeout_for(1000ms));
}

// Switched off after a probe, no other follows.
CONFORMANCE_CASE("so-keepalive/wire/off-ends-the-probes", checks("so-keepalive.probes-when-idle"),
                 rows(family), watches_wire(6s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 1000ms);
    require_probes(wire, connection, 1, 2000ms);
    require_success(connection.client.set(so_keepalive, off));
    CHECK_THAT(wire.probes_while_watched(connection, 3000ms), Counts(0));
}

enum class Activity { received, sent };

static std::string to_text(Activity activity) {
    return activity == Activity::received ? "received" : "sent";
}

static const Parameter<Activity> activity("activity", {Activity::received, Activity::sent});

// Data in either direction restarts the keep-alive time.
CONFORMANCE_CASE("so-keepalive/wire/activity-restarts-the-clock",
                 checks("so-keepalive.probes-when-idle"), rows(family, activity),
                 watches_wire(6s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 2000ms, 1000ms);
    require_no_probe(wire, connection, 1000ms);
    const auto& sender =
        row[activity] == Activity::sent ? connection.client : connection.server.value();
    constexpr std::array<unsigned char, 1> byte{'x'};
    require_success(test.winsock().send(sender.handle(), byte));
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2000ms)), TakesAbout(2000ms));
}

// A probe gives the application nothing to read.
CONFORMANCE_CASE("so-keepalive/wire/probes-deliver-nothing",
                 checks("so-keepalive.probes-deliver-nothing"), rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 1000ms, 1000ms);
    require_probes(wire, connection, 2, 4000ms);
    const auto& server = connection.server.value();
    require_success(test.winsock().set_blocking(server.handle(), false));
    std::array<unsigned char, 1> byte{};
    CHECK_THAT(test.winsock().recv(server.handle(), byte), FailsWith(WSAEWOULDBLOCK));
}

// An accepted socket is probed with its listener's times.
CONFORMANCE_CASE("sio-keepalive-vals/wire/accepted-as-its-listener",
                 checks("sio-keepalive-vals.accept-inherits"), rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto listener = wire.listener();
    require_keepalive_vals(listener.socket(), 2000ms, 1000ms);
    const auto connection = wire.connect(listener);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2000ms), End::server),
               TakesAbout(2000ms));
}

}  // namespace conformance
