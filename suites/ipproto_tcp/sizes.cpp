#include "tcp_option.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<int> too_short("optlen", {1, 2, 3});
static const Parameter<int> longer("optlen", {5, 8, 16});

// The option is stored as a whole DWORD, whose size is reported; nothing past it is written.
CONFORMANCE_CASE("ipproto-tcp/sizes/is-a-dword", checks("ipproto-tcp.sizes"),
                 rows(family, tcp_option.documented_since(first_version))) {
    const auto socket = test.stream_socket(row[family]);
    require_success(set_tcp(socket, row[tcp_option], 100));
    constexpr unsigned char fill = 0xA5;
    const auto result = socket.get_over(fill, option_of(row[tcp_option]), 4, 16);
    CHECK_THAT(result, StoresExactly(100));
    CHECK_THAT(result, ReportsSize(4));
    CHECK_THAT(result, LeavesUntouched(4, fill));
}

// A longer length is accepted.
CONFORMANCE_CASE("ipproto-tcp/sizes/longer-than-dword", checks("ipproto-tcp.sizes"),
                 rows(family, tcp_option.documented_since(first_version), longer)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(set_tcp(socket, row[tcp_option], 50));
    CHECK_THAT(set_tcp(socket, row[tcp_option], 100, row[longer]), Succeeds());
    const auto size = static_cast<std::size_t>(row[longer]);
    CHECK_THAT(get_tcp(socket, row[tcp_option], row[longer], size), StoresExactly(100));
}

// No length at all is refused.
CONFORMANCE_CASE("ipproto-tcp/sizes/no-length", checks("ipproto-tcp.sizes"),
                 rows(family, tcp_option.documented_since(first_version), set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(set_tcp(socket, row[tcp_option], 100));
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(set_tcp(socket, row[tcp_option], 50, 0), Fails());
    } else {
        CHECK_THAT(get_tcp(socket, row[tcp_option], 0), Fails());
    }
    CHECK_THAT(get_tcp(socket, row[tcp_option]), StoresExactly(100));
}

// Whether a shorter one is taken is recorded; refused, it changes nothing.
CONFORMANCE_CASE("ipproto-tcp/sizes/set-shorter-than-dword", checks("ipproto-tcp.sizes"),
                 rows(family, tcp_option.documented_since(first_version), too_short)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(set_tcp(socket, row[tcp_option], 100));
    const auto result = set_tcp(socket, row[tcp_option], 50, row[too_short]);
    RECORD(acceptance(result));
    CHECK_THAT(get_tcp(socket, row[tcp_option]), StoresExactly(result.failed ? 100 : 50));
}

// The same for reading: no byte past the length is written.
CONFORMANCE_CASE("ipproto-tcp/sizes/get-shorter-than-dword", checks("ipproto-tcp.sizes"),
                 rows(family, tcp_option.documented_since(first_version), too_short)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(get_tcp(socket, row[tcp_option]));
    constexpr unsigned char fill = 0xA5;
    const auto result =
        socket.get_over(fill, option_of(row[tcp_option]), row[too_short], sizeof(DWORD));
    RECORD(acceptance(result.call));
    CHECK_THAT(result, LeavesUntouched(static_cast<std::size_t>(row[too_short]), fill));
    require_tcp(socket, row[tcp_option], 100);
}

}  // namespace conformance
