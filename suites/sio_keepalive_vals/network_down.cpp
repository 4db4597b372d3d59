#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

// When the network subsystem has failed, the call reports it.
CONFORMANCE_CASE("sio-keepalive-vals/network-down", checks("sio-keepalive-vals.wsaenetdown"),
                 rows(family, value), runs_without_family()) {
    const auto socket = test.socket_of_failed_network(row[family]);
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(socket), FailsWith(WSAENETDOWN));
}

}  // namespace conformance
