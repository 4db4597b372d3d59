#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// getsockopt reads the value that setsockopt has set.
CONFORMANCE_CASE("so-keepalive/get/reads-what-was-set", checks("so-keepalive.get"),
                 rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(socket.set(so_keepalive, opposite(row[value])));
    require_success(socket.set(so_keepalive, row[value]));
    CHECK_READS(socket, so_keepalive, row[value]);
}

// Reading works in every well-known state of a stream socket.
CONFORMANCE_CASE("so-keepalive/get/in-every-state", checks("so-keepalive.get"),
                 rows(family, socket_state, value)) {
    const SocketInState in_state(test, row[family], row[socket_state]);
    require_success(in_state.socket().set(so_keepalive, row[value]));
    CHECK_READS(in_state.socket(), so_keepalive, row[value]);
    // A stack that always reads the same has not read this.
    require_option(in_state.socket(), so_keepalive, opposite(row[value]));
}

// On, off, on again, however the socket was made.
CONFORMANCE_CASE("so-keepalive/set/on-off-on", checks("so-keepalive.set"), rows(family, creation)) {
    const auto socket = test.stream_socket(row[family], row[creation]);
    CHECK_THAT(socket.set(so_keepalive, on), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
    CHECK_THAT(socket.set(so_keepalive, off), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
    CHECK_THAT(socket.set(so_keepalive, on), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// Setting works in every well-known state of a stream socket.
CONFORMANCE_CASE("so-keepalive/set/in-every-state", checks("so-keepalive.set"),
                 rows(family, socket_state)) {
    const SocketInState in_state(test, row[family], row[socket_state]);
    const auto& socket = in_state.socket();
    CHECK_THAT(socket.set(so_keepalive, on), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
    CHECK_THAT(socket.set(so_keepalive, off), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
}

// One socket's setting is not another's.
CONFORMANCE_CASE("so-keepalive/set/one-socket-only", checks("so-keepalive.set"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    const auto other = test.stream_socket(row[family]);
    require_option(other, so_keepalive, off);
    CHECK_THAT(socket.set(so_keepalive, on), Succeeds());
    CHECK_OPTION(other, so_keepalive, off);
}

// Success is 0.
CONFORMANCE_CASE("so-keepalive/set/returns-zero", checks("so-keepalive.returns-zero"),
                 rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(require_success(socket.set(so_keepalive, row[value])), Succeeds());
    require_option(socket, so_keepalive, on);
}

CONFORMANCE_CASE("so-keepalive/get/returns-zero", checks("so-keepalive.get-returns-zero"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(require_success(socket.get(so_keepalive).call), Succeeds());
    require_option(socket, so_keepalive, on);
}

// A connection has the option on every version since Windows 2000, however its socket was made.
CONFORMANCE_CASE("so-keepalive/since-2000/works-on-a-connection", checks("so-keepalive.since-2000"),
                 rows(family, creation)) {
    const auto pair = test.connected_pair(row[family], row[creation]);
    CHECK_THAT(pair.client.set(so_keepalive, on), Succeeds());
    CHECK_THAT(pair.client.get(so_keepalive), Stores(on));
    CHECK_THAT(pair.client.set(so_keepalive, off), Succeeds());
    CHECK_THAT(pair.client.get(so_keepalive), Stores(off));
}

}  // namespace conformance
