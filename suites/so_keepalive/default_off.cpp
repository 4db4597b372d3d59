#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

enum class End { client, server };

std::string to_text(End end) {
    return end == End::client ? "client" : "server";
}

const Parameter<End> end("end", {End::client, End::server});

/// A connection accepted from a listener whose option is `listener_value`.
ConnectedPair accepted_from(const Test& test, Family of_family, std::uint32_t listener_value) {
    const auto listener = test.listener(of_family);
    require_option(listener.socket(), so_keepalive, listener_value);
    auto client = test.stream_socket(of_family);
    require_success(test.winsock().connect(client.handle(), listener.address()));
    auto server = listener.accept();
    require_reads(listener.socket(), so_keepalive, listener_value);
    return {std::move(client), std::move(server)};
}

}  // namespace

// A new socket has keep-alive off, however it was made.
CONFORMANCE_CASE("so-keepalive/default/new-socket", checks("so-keepalive.default-off"),
                 rows(family, creation)) {
    const auto socket = test.stream_socket(row[family], row[creation]);
    CHECK_OPTION(socket, so_keepalive, off);
}

// Connecting does not turn it on, at either end.
CONFORMANCE_CASE("so-keepalive/default/connected", checks("so-keepalive.default-off"),
                 rows(family, end)) {
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = row[end] == End::client ? pair.client : pair.server;
    CHECK_OPTION(socket, so_keepalive, off);
}

// A socket accepted from a listener that has it off has it off.
CONFORMANCE_CASE("so-keepalive/default/accepted-from-off", checks("so-keepalive.default-off"),
                 rows(family)) {
    const auto pair = accepted_from(test, row[family], off);
    CHECK_OPTION(pair.server, so_keepalive, off);
}

// A socket accepted from a listener that has it on has it on.
CONFORMANCE_CASE("so-keepalive/default/accepted-from-on", checks("so-keepalive.accept-inherits"),
                 rows(family)) {
    const auto pair = accepted_from(test, row[family], on);
    CHECK_OPTION(pair.server, so_keepalive, on);
}

// A change of the listener's option between the client's connect and the accept is not documented:
// the row records the accepted socket's value.
CONFORMANCE_CASE("so-keepalive/default/accepted-after-a-change",
                 checks("so-keepalive.accept-after-a-change"), rows(family, value)) {
    const auto listener = test.listener(row[family]);
    require_option(listener.socket(), so_keepalive, opposite(row[value]));
    const auto client = test.stream_socket(row[family]);
    require_success(test.winsock().connect(client.handle(), listener.address()));
    require_option(listener.socket(), so_keepalive, row[value]);
    CHECK_THAT(read_any_switch(listener.accept()), Recorded(StoresBetween(off, on)));
}

}  // namespace conformance
