// Every call succeeds however often it is repeated.
#include "tcp_option.hpp"

namespace conformance {

using namespace parameters;

static constexpr std::uint32_t repetitions = 60;

namespace {

void check_again(const Socket& socket, TcpOption option) {
    require_tcp(socket, option, 100);
    CHECK_THAT(set_tcp(socket, option, 100), Succeeds());
    CHECK_THAT(get_tcp(socket, option), StoresExactly(100));
}

/// Sets and reads one value after the other, until one is not read as it was set.
void check_many_times(const Socket& socket, TcpOption option) {
    OptionResult reading;
    std::uint32_t to = 0;
    do {
        ++to;
        reading.call = set_tcp(socket, option, to);
        if (!reading.call.failed) {
            reading = get_tcp(socket, option);
        }
    } while (to < repetitions && StoresExactly(to).match(reading));
    CHECK_THAT(reading, StoresExactly(to));
}

}  // namespace

// Setting the value that is set already succeeds.
CONFORMANCE_CASE("ipproto-tcp/keepalive/again", checks("ipproto-tcp.keepalive"), rows(family)) {
    check_again(test.stream_socket(row[family]), TcpOption::keepalive);
}
CONFORMANCE_CASE("ipproto-tcp/keepintvl/again", checks("ipproto-tcp.keepintvl"), rows(family)) {
    check_again(test.stream_socket(row[family]), TcpOption::keepintvl);
}
CONFORMANCE_CASE("ipproto-tcp/keepcnt/again", checks("ipproto-tcp.keepcnt"), rows(family)) {
    check_again(test.stream_socket(row[family]), TcpOption::keepcnt);
}

// Each option can be set and read any number of times.
CONFORMANCE_CASE("ipproto-tcp/keepalive/many-times", checks("ipproto-tcp.keepalive"),
                 rows(family)) {
    check_many_times(test.stream_socket(row[family]), TcpOption::keepalive);
}
CONFORMANCE_CASE("ipproto-tcp/keepintvl/many-times", checks("ipproto-tcp.keepintvl"),
                 rows(family)) {
    check_many_times(test.stream_socket(row[family]), TcpOption::keepintvl);
}
CONFORMANCE_CASE("ipproto-tcp/keepcnt/many-times", checks("ipproto-tcp.keepcnt"), rows(family)) {
    check_many_times(test.stream_socket(row[family]), TcpOption::keepcnt);
}

}  // namespace conformance
