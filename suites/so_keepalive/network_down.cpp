#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// When the network subsystem has failed, both calls report it.
CONFORMANCE_CASE("so-keepalive/network-down", checks("so-keepalive.wsaenetdown"),
                 rows(family, set_or_get), runs_without_family()) {
    const auto socket = test.socket_of_failed_network(row[family]);
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(socket.set(so_keepalive, on), FailsWith(WSAENETDOWN));
    } else {
        CHECK_THAT(socket.get(so_keepalive).call, FailsWith(WSAENETDOWN));
    }
}

}  // namespace conformance
