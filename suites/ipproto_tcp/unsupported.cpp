#include "tcp_option.hpp"

namespace conformance {

using namespace parameters;

namespace {

CallResult use(const Socket& socket, TcpOption option, Operation what) {
    return what == Operation::set ? set_tcp(socket, option, 100) : get_tcp(socket, option).call;
}

}  // namespace

// A datagram socket has none of the options.
CONFORMANCE_CASE("ipproto-tcp/unsupported/datagram", checks("ipproto-tcp.stream-only"),
                 rows(family, tcp_option, datagram_state, set_or_get)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state]);
    CHECK_THAT(use(socket, row[tcp_option], row[set_or_get]), Fails());
}

// Before its build TCP_KEEPCNT is unknown.
CONFORMANCE_CASE("ipproto-tcp/unsupported/keepcnt-before-its-build",
                 checks("ipproto-tcp.keepcnt-unknown-before"), rows(family, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(use(socket, TcpOption::keepcnt, row[set_or_get]), FailsWith(WSAENOPROTOOPT));
}

// TCP_KEEPINTVL is unknown before 10.0.16299.
CONFORMANCE_CASE("ipproto-tcp/unsupported/keepintvl-before-its-build",
                 checks("ipproto-tcp.keepintvl-unknown-before"), rows(family, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(use(socket, TcpOption::keepintvl, row[set_or_get]), FailsWith(WSAENOPROTOOPT));
}

// Option 3 is not documented before Windows 7: the row records the answer.
CONFORMANCE_CASE("ipproto-tcp/unsupported/keepalive-before-windows-7",
                 checks("ipproto-tcp.keepalive-before"), rows(family, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    RECORD(acceptance(use(socket, TcpOption::keepalive, row[set_or_get])));
}

}  // namespace conformance
