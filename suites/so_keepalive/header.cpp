#include "cases/common_parameters.hpp"
#include "winsock2_alone.hpp"

namespace conformance {

// The option is number 8, in the header and at run time.
CONFORMANCE_CASE("so-keepalive/header/option-is-0x0008", checks("so-keepalive.constant"),
                 rows(family)) {
    constexpr int documented = 0x0008;
    CHECK(SO_KEEPALIVE == documented);
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set_option(SOL_SOCKET, documented, on), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
    CHECK_THAT(socket.get_option(SOL_SOCKET, documented), Stores(on));
}

// A source file that includes Winsock2.h and nothing else has the option, at its level.
CONFORMANCE_CASE("so-keepalive/header/winsock2-alone", checks("so-keepalive.header"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set_option(winsock2_alone::level, winsock2_alone::option, on), Succeeds());
    CHECK_THAT(socket.get_option(winsock2_alone::level, winsock2_alone::option), Stores(on));
    CHECK(winsock2_alone::includes_ws2def);
}

}  // namespace conformance
