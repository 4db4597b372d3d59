#include "cases/case.hpp"
#include "keepalive/switch.hpp"
#include "unanswered.hpp"
#include "keepalive/options.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

namespace {

/// The first probe comes after the seconds that option 3 has set.
void check_first_probe(const Test& test, const Row& row) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_success(connection.client.set(tcp_keepidle, 2));
    require_option(connection.client, so_keepalive, on);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2000ms)), TakesAbout(2000ms));
}

}  // namespace

CONFORMANCE_CASE("ipproto-tcp/wire/keepalive", checks("ipproto-tcp.keepalive"), rows(family),
                 watches_wire(4s)) {
    check_first_probe(test, row);
}
CONFORMANCE_CASE("ipproto-tcp/wire/keepidle", checks("ipproto-tcp.keepidle"), rows(family),
                 watches_wire(4s)) {
    check_first_probe(test, row);
}

// The seconds of TCP_KEEPINTVL pass between probes that are not answered.
CONFORMANCE_CASE("ipproto-tcp/wire/keepintvl", checks("ipproto-tcp.keepintvl"), rows(family),
                 watches_silence(6s)) {
    Unanswered unanswered(test, row[family], 1000ms, 1000ms);
    require_success(unanswered.socket().set(tcp_keepintvl, 2));
    require_no_probe(unanswered.wire(), unanswered.connection(), 0ms);
    CHECK_THAT(unanswered.wire().idle_before_probe(unanswered.connection(), 2, timeout_for(3000ms)),
               TakesAbout(2000ms));
}

// The stack sends the number of probes that TCP_KEEPCNT sets.
CONFORMANCE_CASE("ipproto-tcp/wire/keepcnt", checks("ipproto-tcp.keepcnt"), rows(family),
                 watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    require_success(unanswered.socket().set(tcp_keepcnt, 3));
    CHECK_THAT(unanswered.probes_until_given_up(), Counts(3));
}

// The options read in seconds the times that the control code sets in milliseconds, and the wire
// shows them.
CONFORMANCE_CASE("ipproto-tcp/wire/agrees-with-ioctl", checks("ipproto-tcp.agrees-with-ioctl"),
                 rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    require_keepalive_vals(connection.client, 2000ms, 1000ms);
    const auto read = connection.client.get(tcp_keepidle);
    require_success(read);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2000ms)),
               TakesAbout(std::chrono::seconds(read.dword())));
}

}  // namespace conformance
