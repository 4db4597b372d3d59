#include "cases/dual_mode.hpp"

#include "cases/common_parameters.hpp"
#include "cases/wire.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

// A socket of AF_INET6 that is connected over IPv4 is probed as over either.
CONFORMANCE_CASE("sio-keepalive-vals/wire/dual-mode", checks("sio-keepalive-vals.dual-mode"),
                 rows(family.of(Family::ipv4)), needs_both_families(), watches_wire(4s)) {
    Wire wire(test, row[family]);
    const auto listener = wire.listener();
    auto socket = dual_mode_socket(test);
    const auto local = bind_to(socket, Address::mapped(wire.local()));
    const auto connection = wire.announce(local.port(), listener.address().port());
    require_success(test.winsock().connect(socket.handle(), Address::mapped(listener.address())));
    wire.require_handshake(connection);
    const auto server = listener.accept();
    require_keepalive_vals(socket, 2000ms, 1000ms);
    CHECK_THAT(wire.idle_before_probe(connection, 1, timeout_for(2000ms)), TakesAbout(2000ms));
}

}  // namespace conformance
