#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"
#include "winsock2_alone.hpp"

namespace conformance {

using namespace parameters;

// The option is number 8, in the header and at run time.
CONFORMANCE_CASE("so-keepalive/header/option-is-0x0008", checks("so-keepalive.constant"),
                 rows(family)) {
    constexpr int documented = 0x0008;
    CHECK(SO_KEEPALIVE == documented);
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(Option<>{SOL_SOCKET, documented}, on), Succeeds());
    CHECK_THAT(socket.get(so_keepalive), Stores(on));
    CHECK_THAT(socket.get(Option<>{SOL_SOCKET, documented}), Stores(on));
}

// A source file that includes Winsock2.h and nothing else has the option, at its level.
CONFORMANCE_CASE("so-keepalive/header/winsock2-alone", checks("so-keepalive.header"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(Option<>{winsock2_alone::level, winsock2_alone::option}, on), Succeeds());
    CHECK_THAT(socket.get(Option<>{winsock2_alone::level, winsock2_alone::option}), Stores(on));
    CHECK(winsock2_alone::includes_ws2def);
}

}  // namespace conformance
