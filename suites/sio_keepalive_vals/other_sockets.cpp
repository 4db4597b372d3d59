#include "turn_on.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

const Parameter<SocketState> of_a_connection("state",
                                             {SocketState::connected, SocketState::accepted,
                                              SocketState::shut_down_send,
                                              SocketState::shut_down_receive});
const Parameter<SocketState> of_no_connection("state",
                                              {SocketState::fresh, SocketState::bound,
                                               SocketState::listening, SocketState::shut_down_both,
                                               SocketState::peer_closed,
                                               SocketState::after_failed_connect});

void record_during_connect(const Test& test, Family of_family, ConnectBy by) {
    PendingConnect connecting(test.winsock(), of_family, by, with_switch(off));
    connecting.require_in_progress();
    const auto result = KeepaliveVals().on(connecting.socket());
    connecting.require_in_progress();
    RECORD(acceptance(result));
}

}  // namespace

// On a datagram socket the control code is refused, by the error that the page names for it.
CONFORMANCE_CASE("sio-keepalive-vals/other-sockets/datagram",
                 checks("sio-keepalive-vals.enoprotoopt"),
                 rows(family, datagram_state, creation, value)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state], row[creation]);
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(socket), FailsWith(WSAENOPROTOOPT));
}

// On a raw socket it does not apply to the type of the socket.
CONFORMANCE_CASE("sio-keepalive-vals/other-sockets/raw", checks("sio-keepalive-vals.einval-type"),
                 rows(family, value), needs("raw-sockets")) {
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(test.raw_socket(row[family])),
               FailsWithOneOf({WSAEINVAL, WSAENOPROTOOPT}));
}

// A transport that is not TCP/IP's does not support it.
CONFORMANCE_CASE("sio-keepalive-vals/other-sockets/other-transport",
                 checks("sio-keepalive-vals.eopnotsupp"), rows(transport, value)) {
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(socket_of(test, row[transport])),
               FailsWith(WSAEOPNOTSUPP));
}

// A descriptor that is no socket is refused.
CONFORMANCE_CASE("sio-keepalive-vals/not-a-socket", checks("sio-keepalive-vals.wsaenotsock"),
                 rows(descriptor)) {
    const ForeignHandle handle(test, row[descriptor]);
    const KeepaliveVals vals;
    CHECK_THAT(test.winsock().ioctl(handle.get(), vals.arguments), FailsWith(WSAENOTSOCK));
}

// It works on a connection, as long as one direction of it is open.
CONFORMANCE_CASE("sio-keepalive-vals/states/connection", checks("sio-keepalive-vals.wsaioctl"),
                 rows(family, of_a_connection)) {
    const SocketInState in_state(test, row[family], row[of_a_connection]);
    CHECK_THAT(KeepaliveVals(turned_on).on(in_state.socket()), Succeeds());
    CHECK_OPTION(in_state.socket(), so_keepalive, on);
    CHECK_THAT(KeepaliveVals(turned_off).on(in_state.socket()), Succeeds());
    CHECK_OPTION(in_state.socket(), so_keepalive, off);
}

// The other states are not documented: the row records the answer.
CONFORMANCE_CASE("sio-keepalive-vals/states/no-connection", checks("sio-keepalive-vals.states"),
                 rows(family, of_no_connection)) {
    const SocketInState in_state(test, row[family], row[of_no_connection]);
    RECORD(acceptance(KeepaliveVals().on(in_state.socket())));
}

// A connect in progress is not documented: the row records the answer.
CONFORMANCE_CASE("sio-keepalive-vals/states/connecting", checks("sio-keepalive-vals.transitional"),
                 rows(family, asynchronously.since(first_version))) {
    record_during_connect(test, row[family], row[asynchronously]);
}

// Nor is a call in another thread, while a function waits for its connect.
CONFORMANCE_CASE("sio-keepalive-vals/states/connecting-while-another-thread-waits",
                 checks("sio-keepalive-vals.transitional"),
                 rows(family, blocking.since(first_version))) {
    record_during_connect(test, row[family], row[blocking]);
}

}  // namespace conformance
