#include "parameters.hpp"

namespace conformance {

static const Parameter<ConnectBy> function(
    "function", {ConnectBy::connect, ConnectBy::connect_asynchronous, ConnectBy::wsa_connect,
                 ConnectBy::wsa_connect_asynchronous, ConnectBy::connect_ex,
                 ConnectBy::wsa_connect_by_list, ConnectBy::wsa_connect_by_name});

// Set before the connect, it is on afterwards.
CONFORMANCE_CASE("so-keepalive/connect/set-before", checks("so-keepalive.before-connect"),
                 rows(family, function.since(first_version))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set_keepalive(on), Succeeds());
    connect_by(socket, listener.address(), row[function]);
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

// It can be set once the connect has completed.
CONFORMANCE_CASE("so-keepalive/connect/set-after", checks("so-keepalive.after-connect"),
                 rows(family, function.since(first_version))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    connect_by(socket, listener.address(), row[function]);
    CHECK_THAT(socket.set_keepalive(on), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
    CHECK_THAT(socket.set_keepalive(off), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(off));
}

}  // namespace conformance
