#include "keepalive/times.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

static constexpr TimesInSeconds times_that_stay{5, 7};

// The times keep their values through every transition of the socket.
CONFORMANCE_CASE("sio-keepalive-vals/stays/over-a-transition",
                 checks("sio-keepalive-vals.times-stay"),
                 rows(family, transition, timing.since(first_readable))) {
    SocketBefore life(test, row[family], row[transition], so_keepalive);
    require_times(life.socket(), times_that_stay, {row[timing]});
    life.happen();
    CHECK_SECONDS(life.socket(), row[timing], StoresExactly(times_that_stay[row[timing]]));
}

// They keep their values whichever function connects the socket.
CONFORMANCE_CASE("sio-keepalive-vals/stays/over-a-connect", checks("sio-keepalive-vals.times-stay"),
                 rows(family, function.since(first_version), timing.since(first_readable))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    require_times(socket, times_that_stay, {row[timing]});
    connect_by(socket, listener.address(), row[function]);
    const auto peer = listener.accept();
    CHECK_SECONDS(socket, row[timing], StoresExactly(times_that_stay[row[timing]]));
}

}  // namespace conformance
