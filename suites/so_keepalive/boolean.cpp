#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// Zero is FALSE.
CONFORMANCE_CASE("so-keepalive/boolean/zero-is-false", checks("so-keepalive.boolean"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, on);
    CHECK_THAT(socket.set(so_keepalive, 0), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
}

// Every other value is TRUE, whichever of its four bytes is set.
CONFORMANCE_CASE("so-keepalive/boolean/other-than-zero-is-true", checks("so-keepalive.boolean"),
                 rows(family,
                      value.of(1u, 2u, 0x80u, 0x100u, 0x10000u, 0x80000000u, 0xFFFFFFFFu))) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(so_keepalive, row[value]), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

}  // namespace conformance
