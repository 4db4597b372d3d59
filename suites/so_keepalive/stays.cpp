#include "cases/common_parameters.hpp"

namespace conformance {

// Whatever happens to the socket, the option stays as it was set.
CONFORMANCE_CASE("so-keepalive/stays/over-a-transition", checks("so-keepalive.stays-as-set"),
                 rows(family, transition, value)) {
    SocketBefore life(test, row[family], row[transition]);
    given_keepalive(life.socket(), opposite(row[value]));
    given_keepalive(life.socket(), row[value]);
    life.happen();
    CHECK_SWITCH(life.socket(), row[value]);
}

}  // namespace conformance
