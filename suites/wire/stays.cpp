// The wire shows the settings that a connection really uses after each transition: they may differ
// from those that can be read.
#include "cases/case.hpp"
#include "cases/common_parameters.hpp"
#include "keepalive/times.hpp"
#include "cases/wire.hpp"
#include "loopback/connect_functions.hpp"
#include "keepalive/options.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

namespace {

/// Whether the values are set before the connection is made, or on it.
enum class Moment { before, after };

std::string to_text(Moment moment) {
    return moment == Moment::before ? "before" : "after";
}

const Parameter<Moment> moment("set", {Moment::before, Moment::after});
/// Those that connect from where the socket is bound: elsewhere the connection is not known before
/// its handshake.
const Parameter<ConnectBy> from_bound("function",
                                      {ConnectBy::connect, ConnectBy::connect_asynchronous,
                                       ConnectBy::wsa_connect, ConnectBy::wsa_connect_asynchronous,
                                       ConnectBy::connect_ex});

constexpr auto time_set = 2000ms;
constexpr auto interval_set = 1000ms;
constexpr std::size_t count_set = 3;

void set_by_ioctl(const Socket& socket) {
    require_keepalive_vals(socket, time_set, interval_set);
}

/// In the order of curl (lib/cf-socket.c) and libuv (src/win/tcp.c).
void set_by_options(const Socket& socket) {
    require_success(socket.set(so_keepalive, on));
    require_success(socket.set(tcp_keepidle, 2));
    require_success(socket.set(tcp_keepintvl, 1));
    require_success(socket.set(tcp_keepcnt, count_set));
}

/// A connection to a peer that has fallen silent, with the values set at that moment.
WatchedConnection unanswered(const Test& test, const Row& row, ConnectBy by, Wire& wire,
                             SilentPeer& peer, void (*set)(const Socket&)) {
    auto socket = test.stream_socket(row[family]);
    if (row[moment] == Moment::before) {
        set(socket);
    }
    auto connection = wire.connect(std::move(socket), peer, by);
    peer.fall_silent();
    if (row[moment] == Moment::after) {
        set(connection.client);
    }
    return connection;
}

void check_times(Wire& wire, const WatchedConnection& connection) {
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(time_set)), TakesAbout(time_set));
    CHECK_THAT(wire.idle_before_probe(connection, 2, timeout_for(interval_set)),
               TakesAbout(interval_set));
}

void check_ioctl(const Test& test, const Row& row, ConnectBy by) {
    Wire wire(test, row[family]);
    auto peer = wire.silent_peer();
    const auto connection = unanswered(test, row, by, wire, peer, set_by_ioctl);
    check_times(wire, connection);
}

void check_options(const Test& test, const Row& row, ConnectBy by) {
    Wire wire(test, row[family]);
    auto peer = wire.silent_peer();
    const auto connection = unanswered(test, row, by, wire, peer, set_by_options);
    check_times(wire, connection);
    CHECK_THAT(wire.probes_within(connection, count_set + 1, timeout_for(2 * interval_set)),
               Counts(count_set));
}

}  // namespace

// The times of the control code are sent, whichever function connects, and set before it or after.
CONFORMANCE_CASE("sio-keepalive-vals/wire/stays-over-connect",
                 checks("sio-keepalive-vals.times-stay"),
                 rows(family.of(Family::ipv4), from_bound.since(first_version), moment),
                 watches_silence(6s)) {
    check_ioctl(test, row, row[from_bound]);
}
// By one function over IPv6, where every watching row reads the segments of all.
CONFORMANCE_CASE("sio-keepalive-vals/wire/stays-over-ipv6-connect",
                 checks("sio-keepalive-vals.times-stay"), rows(family.of(Family::ipv6), moment),
                 watches_silence(6s)) {
    check_ioctl(test, row, ConnectBy::connect);
}

// The times and the count of the three options stay, too.
CONFORMANCE_CASE("ipproto-tcp/wire/stays-over-connect", checks("ipproto-tcp.stays-as-set"),
                 rows(family.of(Family::ipv4), from_bound.since(first_version), moment),
                 since(times_readable), watches_silence(8s)) {
    check_options(test, row, row[from_bound]);
}
CONFORMANCE_CASE("ipproto-tcp/wire/stays-over-ipv6-connect", checks("ipproto-tcp.stays-as-set"),
                 rows(family.of(Family::ipv6), moment), since(times_readable),
                 watches_silence(8s)) {
    check_options(test, row, ConnectBy::connect);
}

// An accepted socket uses the settings made on it.
CONFORMANCE_CASE("sio-keepalive-vals/wire/stays-on-accepted",
                 checks("sio-keepalive-vals.times-stay"), rows(family), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = wire.connect();
    set_by_ioctl(connection.server.value());
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(time_set), End::server),
               TakesAbout(time_set));
}

}  // namespace conformance
