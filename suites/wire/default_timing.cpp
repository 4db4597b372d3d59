#include "cases/case.hpp"
#include "cases/keepalive_times.hpp"
#include "cases/switch_reading.hpp"
#include "unanswered.hpp"

namespace conformance {

using namespace std::chrono_literals;

// A socket for which nobody set times: 2 hours pass before the first probe, then 1 second before
// the next.
CONFORMANCE_CASE("so-keepalive/wire/default-timing", checks("so-keepalive.default-timing"),
                 rows(family), watches_silence(3h), only_when_named()) {
    default_seconds_without_registry(KeepaliveTime::time);
    default_seconds_without_registry(KeepaliveTime::interval);
    Wire wire(test, row[family]);
    auto peer = wire.silent_peer();
    const auto connection = wire.connect(peer);
    peer.fall_silent();
    given_keepalive(connection.client, on);
    CHECK_THAT(wire.idle_before_probe(connection, 1, patience_for(2h)), TakesAbout(2h));
    CHECK_THAT(wire.idle_before_probe(connection, 2, patience_for(1s)), TakesAbout(1s));
}

}  // namespace conformance
