#include "tcp_option.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<Count> value_set(
    "value", {{0}, {1}, {2}, {127}, {255}, {256}, {32767}, {32768}, {0x7FFFFFFF}, {0xFFFFFFFF}});
static const Parameter<TcpOption> only_keepcnt("option", {TcpOption::keepcnt});
static const Parameter<Count> too_many("value", {{256}, {65536}, {0x7FFFFFFF}, {0xFFFFFFFF}});

// The row records which values are accepted; an accepted value is read back, and a refused one has
// changed nothing.
CONFORMANCE_CASE("ipproto-tcp/ranges/accepted-or-unchanged", checks("ipproto-tcp.ranges"),
                 rows(family, tcp_option.documented_since(first_version), value_set)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(set_tcp(socket, row[tcp_option], 100));
    const auto result = set_tcp(socket, row[tcp_option], row[value_set].value);
    RECORD(acceptance(result));
    CHECK_THAT(get_tcp(socket, row[tcp_option]),
               StoresExactly(result.failed ? 100 : row[value_set].value));
    require_tcp(socket, row[tcp_option], 100);
}

// More than 255 probes are refused.
CONFORMANCE_CASE("ipproto-tcp/ranges/at-most-255-probes", checks("ipproto-tcp.ranges"),
                 rows(family, only_keepcnt.documented_since(first_version), too_many)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(set_tcp(socket, TcpOption::keepcnt, 20));
    CHECK_THAT(set_tcp(socket, TcpOption::keepcnt, row[too_many].value), Fails());
    CHECK_THAT(get_tcp(socket, TcpOption::keepcnt), StoresExactly(20));
}

}  // namespace conformance
