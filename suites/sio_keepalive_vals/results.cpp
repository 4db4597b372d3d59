#include "turn_on.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// Undefined control codes: without a group, of a vendor, of Winsock 2, and all bits.
const Parameter<std::uint32_t> unknown_code("code", {0x00000000u, IOC_IN | IOC_VENDOR | 0x7FFFu,
                                                     IOC_IN | IOC_WS2 | 0x7FFFu, 0xFFFFFFFFu});

}  // namespace

// Success is 0.
CONFORMANCE_CASE("sio-keepalive-vals/result/success-is-zero",
                 checks("sio-keepalive-vals.returns-zero"), rows(family, value)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    CHECK_THAT(require_success(KeepaliveVals(turned(row[value])).on(socket)), Succeeds());
    require_working_code(socket);
}

// An undefined control code is refused, and does nothing.
CONFORMANCE_CASE("sio-keepalive-vals/unknown-code", checks("sio-keepalive-vals.einval-code"),
                 rows(family, unknown_code)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    KeepaliveVals vals;
    vals.arguments.code = row[unknown_code];
    CHECK_THAT(vals.on(socket), FailsWithOneOf({WSAEINVAL, WSAEOPNOTSUPP}));
    CHECK_OPTION(socket, so_keepalive, off);
}

// It works on a connection on every version since Windows 2000, however its socket was made.
CONFORMANCE_CASE("sio-keepalive-vals/since-2000/works-on-a-connection",
                 checks("sio-keepalive-vals.since-2000"), rows(family, creation)) {
    const auto pair = test.connected_pair(row[family], row[creation]);
    CHECK_THAT(KeepaliveVals(turned_on).on(pair.client), Succeeds());
    CHECK_OPTION(pair.client, so_keepalive, on);
    CHECK_THAT(KeepaliveVals(turned_off).on(pair.client), Succeeds());
    CHECK_OPTION(pair.client, so_keepalive, off);
}

}  // namespace conformance
