#include "turn_on.hpp"

namespace conformance {

namespace {

/// Control codes that nobody defines: of no group, of a vendor, of Winsock 2, and all bits.
const Parameter<std::uint32_t> no_code("code", {0x00000000u, IOC_IN | IOC_VENDOR | 0x7FFFu,
                                                IOC_IN | IOC_WS2 | 0x7FFFu, 0xFFFFFFFFu});

/// Ways to be refused. Whether they are is said elsewhere; here it is how.
enum class Cause { short_input, unknown_code, closed_socket };

std::string to_text(Cause cause) {
    switch (cause) {
        case Cause::short_input: return "cbInBuffer-11";
        case Cause::unknown_code: return "unknown-code";
        case Cause::closed_socket: return "closed-socket";
    }
    return {};
}

const Parameter<Cause> cause("cause",
                             {Cause::short_input, Cause::unknown_code, Cause::closed_socket});

}  // namespace

// Success is 0.
CONFORMANCE_CASE("sio-keepalive-vals/result/success-is-zero",
                 checks("sio-keepalive-vals.returns-zero"), rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(socket), Succeeds());
}

// A call that fails returns SOCKET_ERROR and sets an error.
CONFORMANCE_CASE("sio-keepalive-vals/result/failure-is-socket-error",
                 checks("sio-keepalive-vals.returns-socket-error"), rows(family, cause)) {
    auto socket = test.stream_socket(row[family]);
    KeepaliveVals vals;
    switch (row[cause]) {
        case Cause::short_input: vals.arguments.input_size = sizeof(tcp_keepalive) - 1; break;
        case Cause::unknown_code: vals.arguments.code = IOC_IN | IOC_VENDOR | 0x7FFF; break;
        case Cause::closed_socket: test.given(socket.close()); break;
    }
    const auto result = vals.on(socket);
    if (result.value == 0) {
        throw Inconclusive("the call that was to fail succeeded");
    }
    CHECK_THAT(result, Fails());
}

// A control code that nobody defines is refused, and does nothing.
CONFORMANCE_CASE("sio-keepalive-vals/unknown-code", checks("sio-keepalive-vals.einval-code"),
                 rows(family, no_code)) {
    const auto socket = test.stream_socket(row[family]);
    KeepaliveVals vals;
    vals.arguments.code = row[no_code];
    CHECK_THAT(vals.on(socket), FailsWith(WSAEINVAL));
    CHECK_THAT(socket.get_keepalive(), Stores(off));
}

// It works on a connection on every version since Windows 2000, however its socket was made.
CONFORMANCE_CASE("sio-keepalive-vals/since-2000/works-on-a-connection",
                 checks("sio-keepalive-vals.since-2000"), rows(family, creation)) {
    const auto pair = test.connected_pair(row[family], row[creation]);
    CHECK_THAT(KeepaliveVals(turned_on).on(pair.client), Succeeds());
    CHECK_THAT(pair.client.get_keepalive(), Stores(on));
    CHECK_THAT(KeepaliveVals(turned_off).on(pair.client), Succeeds());
    CHECK_THAT(pair.client.get_keepalive(), Stores(off));
}

}  // namespace conformance
