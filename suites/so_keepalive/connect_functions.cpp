#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// It can be set before the connect.
CONFORMANCE_CASE("so-keepalive/connect/set-before", checks("so-keepalive.before-connect"),
                 rows(family, function.since(first_version))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(so_keepalive, on), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
    connect_by(socket, listener.address(), row[function]);
    const auto peer = listener.accept();
}

// A value set before the connect holds after it.
CONFORMANCE_CASE("so-keepalive/connect/holds", checks("so-keepalive.holds-over-connect"),
                 rows(family, function.since(first_version), value)) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, opposite(row[value]));
    require_option(socket, so_keepalive, row[value]);
    connect_by(socket, listener.address(), row[function]);
    const auto peer = listener.accept();
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

// The default of a socket on which nothing was set survives the connect, too.
CONFORMANCE_CASE("so-keepalive/connect/leaves-the-default",
                 checks("so-keepalive.holds-over-connect"),
                 rows(family, function.since(first_version))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    const auto before = read_any_switch(socket).dword();
    connect_by(socket, listener.address(), row[function]);
    const auto peer = listener.accept();
    CHECK_OPTION(socket, so_keepalive, before);
}

// It can be set once the connect has completed.
CONFORMANCE_CASE("so-keepalive/connect/set-after", checks("so-keepalive.after-connect"),
                 rows(family, function.since(first_version))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    connect_by(socket, listener.address(), row[function]);
    const auto peer = listener.accept();
    CHECK_THAT(socket.set(so_keepalive, on), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
    CHECK_THAT(socket.set(so_keepalive, off), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
}

}  // namespace conformance
