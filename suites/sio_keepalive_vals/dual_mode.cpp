#include "cases/dual_mode.hpp"

#include "keepalive/times.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

// A socket of AF_INET6 that is connected over IPv4 takes the control code as over either.
CONFORMANCE_CASE("sio-keepalive-vals/dual-mode/turns-on-and-off",
                 checks("sio-keepalive-vals.dual-mode"), rows(value), needs_both_families()) {
    const auto pair = dual_mode_pair(test);
    require_option(pair.client, so_keepalive, opposite(row[value]));
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(pair.client), Succeeds());
    CHECK_OPTION(pair.client, so_keepalive, row[value]);
}

// Its times are used.
CONFORMANCE_CASE("sio-keepalive-vals/dual-mode/uses-the-times",
                 checks("sio-keepalive-vals.dual-mode"), rows(timing.since(first_readable)),
                 needs_both_families()) {
    const auto pair = dual_mode_pair(test);
    constexpr TimesInSeconds times{5, 7};
    require_success(KeepaliveVals(turned_on).on(pair.client));
    CHECK_SECONDS(pair.client, row[timing], StoresExactly(times[row[timing]]));
}

}  // namespace conformance
