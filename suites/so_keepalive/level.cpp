#include <climits>

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<int> other_level("level",
                                        {IPPROTO_TCP, IPPROTO_IP, IPPROTO_IPV6, IPPROTO_UDP});
static const Parameter<int> unknown_level("level", {0x1234, 0xFFFE, INT_MAX, -1});

// At another level the number names another option, if any: the switch stays as it is.
CONFORMANCE_CASE("so-keepalive/level/other-levels-leave-the-switch", checks("so-keepalive.level"),
                 rows(family, other_level, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, row[value]);
    RECORD(acceptance(socket.set(Option<>{row[other_level], SO_KEEPALIVE}, opposite(row[value]))));
    CHECK_OPTION(socket, so_keepalive, row[value]);
    RECORD(acceptance(socket.get(Option<>{row[other_level], SO_KEEPALIVE})));
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

// At SOL_SOCKET it is the switch.
CONFORMANCE_CASE("so-keepalive/level/sol-socket", checks("so-keepalive.level"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    constexpr int documented_level = 0xFFFF;
    CHECK(SOL_SOCKET == documented_level);
    CHECK_THAT(socket.set(Option<>{documented_level, SO_KEEPALIVE}, on), Succeeds());
    CHECK_THAT(socket.get(Option<>{documented_level, SO_KEEPALIVE}), Stores(on));
}

// An undefined level is refused.
CONFORMANCE_CASE("so-keepalive/level/unknown-level", checks("so-keepalive.einval-level"),
                 rows(family, unknown_level, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(socket.set(Option<>{row[unknown_level], SO_KEEPALIVE}, on),
                   FailsWith(WSAEINVAL));
        require_option(socket, so_keepalive, off);
        CHECK_THAT(socket.set(Option<>{row[unknown_level], SO_KEEPALIVE}, on),
                   FailsWith(WSAEINVAL));
        CHECK_OPTION(socket, so_keepalive, off);
    } else {
        CHECK_THAT(socket.get(Option<>{row[unknown_level], SO_KEEPALIVE}), FailsWith(WSAEINVAL));
    }
}

}  // namespace conformance
