#include "tcp_option.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// The two of the options that SIO_KEEPALIVE_VALS sets, too.
const Parameter<TcpOption> of_both("option", {TcpOption::keepalive, TcpOption::keepintvl});
const Parameter<Count> uneven(
    "ms", {{1}, {100}, {499}, {500}, {501}, {999}, {1001}, {1499}, {1500}, {1501}, {1999}});

/// Turns keep-alive on with that many milliseconds for the option's time, 60 s for the other.
CallResult set_ms(const Socket& socket, TcpOption option, std::uint32_t ms) {
    constexpr std::uint32_t other = 60'000;
    return option == TcpOption::keepalive ? set_keepalive_vals(socket, on, ms, other)
                                          : set_keepalive_vals(socket, on, other, ms);
}

}  // namespace

// The time that the control code sets in milliseconds is read in seconds.
CONFORMANCE_CASE("ipproto-tcp/agreement/milliseconds-read-in-seconds",
                 checks("ipproto-tcp.agrees-with-ioctl"),
                 rows(family, of_both.documented_since(first_version))) {
    const auto pair = test.connected_pair(row[family]);
    require_success(set_ms(pair.client, row[of_both], 5000));
    CHECK_THAT(get_tcp(pair.client, row[of_both]), StoresExactly(5));
}

// Of the two, the one that came later holds.
CONFORMANCE_CASE("ipproto-tcp/agreement/the-later-one-holds",
                 checks("ipproto-tcp.agrees-with-ioctl"),
                 rows(family, of_both.documented_since(first_version))) {
    const auto pair = test.connected_pair(row[family]);
    require_success(set_ms(pair.client, row[of_both], 5000));
    CHECK_THAT(set_tcp(pair.client, row[of_both], 9), Succeeds());
    CHECK_THAT(get_tcp(pair.client, row[of_both]), StoresExactly(9));
    require_success(set_ms(pair.client, row[of_both], 11000));
    CHECK_THAT(get_tcp(pair.client, row[of_both]), StoresExactly(11));
}

// Which second is read for a part of one is not said: it is one of the two beside it.
CONFORMANCE_CASE("ipproto-tcp/agreement/parts-of-a-second", checks("ipproto-tcp.rounding"),
                 rows(family, of_both.documented_since(first_version), uneven)) {
    const auto pair = test.connected_pair(row[family]);
    const auto ms = row[uneven].value;
    require_success(get_tcp(pair.client, row[of_both]));
    require_success(set_ms(pair.client, row[of_both], ms));
    CHECK_THAT(get_tcp(pair.client, row[of_both]),
               Recorded(StoresBetween(ms / 1000, ms / 1000 + 1)));
    require_tcp(pair.client, row[of_both], 100);
}

}  // namespace conformance
