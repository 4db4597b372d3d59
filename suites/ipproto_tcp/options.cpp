#include "keepalive/times.hpp"
#include "tcp_option.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<Count> seconds("seconds", {{1}, {5}, {300}, {7200}});
static const Parameter<Count> probes("probes", {{1}, {5}, {10}, {20}, {127}, {255}});

namespace {

void check_set_and_get(const Socket& socket, TcpOption option, std::uint32_t to) {
    CHECK_THAT(set_tcp(socket, option, to), Succeeds());
    CHECK_THAT(get_tcp(socket, option), StoresExactly(to));
}

std::uint32_t documented_default(TcpOption option) {
    switch (option) {
        case TcpOption::keepalive: return default_seconds_without_registry(KeepaliveTime::time);
        case TcpOption::keepintvl: return default_seconds_without_registry(KeepaliveTime::interval);
        case TcpOption::keepcnt: break;
    }
    return 10;
}

}  // namespace

// Option 3 is the time before the first probe, in seconds.
CONFORMANCE_CASE("ipproto-tcp/keepalive/reads-what-was-set", checks("ipproto-tcp.keepalive"),
                 rows(family, seconds)) {
    check_set_and_get(test.stream_socket(row[family]), TcpOption::keepalive, row[seconds].value);
}

// TCP_KEEPIDLE is a name of the same option.
CONFORMANCE_CASE("ipproto-tcp/keepidle/is-option-3", checks("ipproto-tcp.keepidle"),
                 rows(family, seconds)) {
    constexpr int documented = 3;
#ifdef TCP_KEEPIDLE
    CHECK(TCP_KEEPIDLE == documented);
#endif
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(Option<>{IPPROTO_TCP, documented}, row[seconds].value), Succeeds());
    CHECK_THAT(socket.get(tcp_keepidle), StoresExactly(row[seconds].value));
}

// TCP_KEEPINTVL is the time between probes, in seconds.
CONFORMANCE_CASE("ipproto-tcp/keepintvl/reads-what-was-set", checks("ipproto-tcp.keepintvl"),
                 rows(family, seconds)) {
    check_set_and_get(test.stream_socket(row[family]), TcpOption::keepintvl, row[seconds].value);
}

// TCP_KEEPCNT is the number of probes.
CONFORMANCE_CASE("ipproto-tcp/keepcnt/reads-what-was-set", checks("ipproto-tcp.keepcnt"),
                 rows(family, probes)) {
    check_set_and_get(test.stream_socket(row[family]), TcpOption::keepcnt, row[probes].value);
}

// An accepted socket has the number of probes of its listener.
CONFORMANCE_CASE("ipproto-tcp/accepted/keepcnt", checks("ipproto-tcp.accept-inherits"),
                 rows(family)) {
    const auto listener = test.listener(row[family]);
    require_tcp(listener.socket(), TcpOption::keepcnt, 20);
    const auto client = test.stream_socket(row[family]);
    require_success(test.winsock().connect(client.handle(), listener.address()));
    const auto accepted = listener.accept();
    const auto of_listener = get_tcp(listener.socket(), TcpOption::keepcnt);
    if (of_listener.dword() != 20) {
        throw Inconclusive("the listener has not kept its number of probes");
    }
    CHECK_THAT(get_tcp(accepted, TcpOption::keepcnt), StoresExactly(20));
}

// 7200 seconds, 1 second, 10 probes.
CONFORMANCE_CASE("ipproto-tcp/defaults", checks("ipproto-tcp.defaults"),
                 rows(family, tcp_option.documented_since(first_version))) {
    const auto wanted = documented_default(row[tcp_option]);
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(get_tcp(socket, row[tcp_option]), StoresExactly(wanted));
}

}  // namespace conformance
