#include "cases/common_parameters.hpp"

namespace conformance {

static const Parameter<SocketState> state(
    "state",
    {SocketState::fresh, SocketState::bound, SocketState::listening, SocketState::connected,
     SocketState::accepted, SocketState::shut_down_send, SocketState::shut_down_receive,
     SocketState::shut_down_both, SocketState::peer_closed, SocketState::after_failed_connect});

// What was set is what is read.
CONFORMANCE_CASE("so-keepalive/get/reads-what-was-set", checks("so-keepalive.get"),
                 rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    test.given(socket.set_keepalive(opposite(row[value])));
    test.given(socket.set_keepalive(row[value]));
    CHECK_READS(socket, row[value]);
}

// Reading works in every well-known state of a stream socket.
CONFORMANCE_CASE("so-keepalive/get/in-every-state", checks("so-keepalive.get"),
                 rows(family, state, value)) {
    const SocketInState in_state(test, row[family], row[state]);
    test.given(in_state.socket().set_keepalive(row[value]));
    CHECK_READS(in_state.socket(), row[value]);
    // A stack that always reads the same has not read this.
    given_keepalive(in_state.socket(), opposite(row[value]));
}

// On, off, on again, however the socket was made.
CONFORMANCE_CASE("so-keepalive/set/on-off-on", checks("so-keepalive.set"), rows(family, creation)) {
    const auto socket = test.stream_socket(row[family], row[creation]);
    CHECK_THAT(socket.set_keepalive(on), Succeeds());
    CHECK_SWITCH(socket, on);
    CHECK_THAT(socket.set_keepalive(off), Succeeds());
    CHECK_SWITCH(socket, off);
    CHECK_THAT(socket.set_keepalive(on), Succeeds());
    CHECK_SWITCH(socket, on);
}

// Setting works in every well-known state of a stream socket.
CONFORMANCE_CASE("so-keepalive/set/in-every-state", checks("so-keepalive.set"),
                 rows(family, state)) {
    const SocketInState in_state(test, row[family], row[state]);
    const auto& socket = in_state.socket();
    CHECK_THAT(socket.set_keepalive(on), Succeeds());
    CHECK_SWITCH(socket, on);
    CHECK_THAT(socket.set_keepalive(off), Succeeds());
    CHECK_SWITCH(socket, off);
}

// One socket's setting is not another's.
CONFORMANCE_CASE("so-keepalive/set/one-socket-only", checks("so-keepalive.set"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    const auto other = test.stream_socket(row[family]);
    given_keepalive(other, off);
    CHECK_THAT(socket.set_keepalive(on), Succeeds());
    CHECK_SWITCH(other, off);
}

// Success is 0.
CONFORMANCE_CASE("so-keepalive/set/returns-zero", checks("so-keepalive.returns-zero"),
                 rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(succeeded(socket.set_keepalive(row[value])), Succeeds());
    given_keepalive(socket, on);
}

CONFORMANCE_CASE("so-keepalive/get/returns-zero", checks("so-keepalive.get-returns-zero"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(succeeded(socket.get_keepalive().call), Succeeds());
    given_keepalive(socket, on);
}

// A connection has the option on every version since Windows 2000, however its socket was made.
CONFORMANCE_CASE("so-keepalive/since-2000/works-on-a-connection", checks("so-keepalive.since-2000"),
                 rows(family, creation)) {
    const auto pair = test.connected_pair(row[family], row[creation]);
    CHECK_THAT(pair.client.set_keepalive(on), Succeeds());
    CHECK_THAT(pair.client.get_keepalive(), Stores(on));
    CHECK_THAT(pair.client.set_keepalive(off), Succeeds());
    CHECK_THAT(pair.client.get_keepalive(), Stores(off));
}

}  // namespace conformance
