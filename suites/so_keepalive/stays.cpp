#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// The option keeps its value through every transition of the socket.
CONFORMANCE_CASE("so-keepalive/stays/over-a-transition", checks("so-keepalive.stays-as-set"),
                 rows(family, transition, value)) {
    SocketBefore life(test, row[family], row[transition], so_keepalive);
    require_option(life.socket(), so_keepalive, opposite(row[value]));
    require_option(life.socket(), so_keepalive, row[value]);
    life.happen();
    CHECK_OPTION(life.socket(), so_keepalive, row[value]);
}

}  // namespace conformance
