#include "cases/dual_mode.hpp"

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// A socket of AF_INET6 that is connected over IPv4 has the option as over either.
CONFORMANCE_CASE("so-keepalive/dual-mode/set-and-get", checks("so-keepalive.dual-mode"),
                 rows(value), needs_both_families()) {
    const auto pair = dual_mode_pair(test);
    CHECK_THAT(pair.client.set(so_keepalive, opposite(row[value])), Succeeds());
    CHECK_THAT(pair.client.set(so_keepalive, row[value]), Succeeds());
    CHECK_OPTION(pair.client, so_keepalive, row[value]);
}

}  // namespace conformance
