#include "tcp_option.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

static constexpr std::uint32_t value_that_stays = 100;

// Each option keeps its value through every transition of the socket.
CONFORMANCE_CASE("ipproto-tcp/stays/over-a-transition", checks("ipproto-tcp.stays-as-set"),
                 rows(family, tcp_option.documented_since(first_version), transition)) {
    SocketBefore life(test, row[family], row[transition], so_keepalive);
    require_tcp(life.socket(), row[tcp_option], value_that_stays);
    life.happen();
    CHECK_THAT(get_tcp(life.socket(), row[tcp_option]), StoresExactly(value_that_stays));
}

// It keeps its value whichever function connects the socket.
CONFORMANCE_CASE("ipproto-tcp/stays/over-a-connect", checks("ipproto-tcp.stays-as-set"),
                 rows(family, tcp_option.documented_since(first_version),
                      function.since(first_version))) {
    const auto listener = test.listener(row[family]);
    const auto socket = test.stream_socket(row[family]);
    require_tcp(socket, row[tcp_option], value_that_stays);
    connect_by(socket, listener.address(), row[function]);
    const auto peer = listener.accept();
    CHECK_THAT(get_tcp(socket, row[tcp_option]), StoresExactly(value_that_stays));
}

}  // namespace conformance
