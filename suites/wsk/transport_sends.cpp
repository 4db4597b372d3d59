#include <chrono>

#include "cases/wire.hpp"
#include "kernel_case.hpp"
#include "keepalive/options.hpp"

namespace conformance {

using namespace parameters;

namespace {

using namespace std::chrono_literals;

/// A connection of the kernel that is watched, with its other end.
struct WatchedKernelConnection {
    Watched watched;
    End end;
    WskSocket socket;
    std::optional<WskSocket> listener;
    Socket peer;
};

const Parameter<KernelState> connection_state("socket",
                                              {KernelState::connected, KernelState::accepted});

WatchedKernelConnection connect_watched(const Test& test, Wire& wire, Family of_family) {
    const auto listener = wire.listener();
    auto socket = make_wsk_socket(test.wsk(), of_family, WskKind::connection);
    require_success(socket.bind(wire.local()));
    const auto local = bound_address(socket, wire.local());
    const auto watched = wire.announce(local.port(), listener.address().port());
    require_success(socket.connect(listener.address()));
    auto peer = listener.accept();
    wire.require_handshake(watched);
    return {watched, End::client, std::move(socket), std::nullopt, std::move(peer)};
}

WatchedKernelConnection accept_watched(const Test& test, Wire& wire, Family of_family) {
    auto listener = make_wsk_socket(test.wsk(), of_family, WskKind::listening);
    require_success(listener.bind(wire.local()));
    const auto address = bound_address(listener, wire.local());
    auto peer = test.stream_socket(of_family);
    const auto local = bind_to(peer, wire.local());
    const auto watched = wire.announce(local.port(), address.port());
    require_success(test.winsock().connect(peer.handle(), address));
    auto socket = accept_from(listener);
    wire.require_handshake(watched);
    return {watched, End::server, std::move(socket), std::move(listener), std::move(peer)};
}

WatchedKernelConnection watched_connection(const Test& test, Wire& wire, Family of_family,
                                           KernelState state) {
    require_control_implemented(test, of_family);
    auto connection = state == KernelState::connected ? connect_watched(test, wire, of_family)
                                                      : accept_watched(test, wire, of_family);
    // From its page on Windows 10 version 1709 on; before, a probe would be two hours away.
    constexpr std::uint32_t second = 1;
    require_success(connection.socket.set_tcp_option(tcp_keepidle.name, second));
    require_success(connection.socket.set_tcp_option(tcp_keepintvl.name, second));
    return connection;
}

}  // namespace

// Once keep-alive is on, an idle connection of the kernel has probes sent.
CONFORMANCE_CASE("wsk-so-keepalive/transport-sends/probes-when-on",
                 checks("wsk-so-keepalive.transport-sends"), rows(family, connection_state),
                 in_kernel(), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = watched_connection(test, wire, row[family], row[connection_state]);
    require_kernel_keepalive(connection.socket, on);
    CHECK_THAT(wire.probes_within(connection.watched, 2, timeout_for(2s), connection.end),
               Counts(2, 255));
}

// While it is off, none are.
CONFORMANCE_CASE("wsk-so-keepalive/transport-sends/none-when-off",
                 checks("wsk-so-keepalive.transport-sends"), rows(family, connection_state),
                 in_kernel(), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto connection = watched_connection(test, wire, row[family], row[connection_state]);
    require_kernel_keepalive(connection.socket, off);
    CHECK_THAT(wire.probes_while_watched(connection.watched, timeout_for(2s), connection.end),
               Counts(0));
}

}  // namespace conformance
