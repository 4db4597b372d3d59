#include "cases/case.hpp"
#include "keepalive/times.hpp"
#include "keepalive/switch.hpp"
#include "unanswered.hpp"
#include "keepalive/options.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

static constexpr auto longest_waited_for = 10s;

// A socket without times of its own: 2 hours pass before the first probe, then 1 second before the
// next.
CONFORMANCE_CASE("so-keepalive/wire/default-timing", checks("so-keepalive.default-timing"),
                 rows(family), watches_silence(3h), only_when_named()) {
    default_seconds_without_registry(KeepaliveTime::time);
    default_seconds_without_registry(KeepaliveTime::interval);
    Wire wire(test, row[family]);
    auto peer = wire.silent_peer();
    const auto connection = wire.connect(peer);
    peer.fall_silent();
    require_option(connection.client, so_keepalive, on);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2h)), TakesAbout(2h));
    CHECK_THAT(wire.idle_before_probe(connection, 2, timeout_for(1s)), TakesAbout(1s));
}

namespace {

/// The interval of a connection of which only the time was set, to 1 s.
void check_interval(const Test& test, Family of_family, std::chrono::seconds interval) {
    Wire wire(test, of_family);
    auto peer = wire.silent_peer();
    const auto connection = wire.connect(peer);
    peer.fall_silent();
    require_success(connection.client.set(tcp_keepidle, 1));
    require_option(connection.client, so_keepalive, on);
    require_probes(wire, connection, 1, timeout_for(1s));
    CHECK_THAT(wire.idle_before_probe(connection, 2, timeout_for(interval)), TakesAbout(interval));
}

}  // namespace

// 1 second passes between probes when no interval was set.
CONFORMANCE_CASE("so-keepalive/wire/default-interval", checks("so-keepalive.default-timing"),
                 rows(family), since(first_readable(KeepaliveTime::time)), watches_silence(5s)) {
    const std::chrono::seconds interval(default_seconds_without_registry(KeepaliveTime::interval));
    check_interval(test, row[family], interval);
}

// Where the registry sets an interval, it is that.
CONFORMANCE_CASE("so-keepalive/wire/interval-of-the-registry",
                 checks("so-keepalive.registry-interval"), rows(family),
                 since(first_readable(KeepaliveTime::time)), watches_silence(15s)) {
    const std::chrono::seconds interval(seconds_of_registry(KeepaliveTime::interval));
    if (interval > longest_waited_for) {
        throw Inconclusive("this machine's registry asks for an interval that is not waited for");
    }
    check_interval(test, row[family], interval);
}

}  // namespace conformance
