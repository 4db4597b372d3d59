#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

static void check_set_from(const Test& test, const Row& row, MemoryKind kind) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, opposite(row[value]));
    const Memory dword(kind, row[value]);
    CHECK_THAT(test.winsock().setsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, dword.data(),
                                         sizeof(DWORD)),
               Succeeds());
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

// getsockopt reports four bytes.
CONFORMANCE_CASE("so-keepalive/get/reports-the-size-of-a-dword",
                 checks("so-keepalive.optval-reported-length"), rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, row[value]);
    CHECK_THAT(socket.get(so_keepalive), ReportsSize(sizeof(DWORD)));
    CHECK_THAT(socket.get(so_keepalive, 16, 16), ReportsSize(sizeof(DWORD)));
}

// getsockopt writes all four bytes, whatever the buffer contained.
CONFORMANCE_CASE("so-keepalive/get/writes-a-whole-dword", checks("so-keepalive.optval-dword"),
                 rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, row[value]);
    const auto over_zeroes = socket.get_over(0x00, so_keepalive);
    CHECK_THAT(over_zeroes, Stores(row[value]));
    CHECK_THAT(socket.get_over(0xFF, so_keepalive), StoresExactly(over_zeroes.dword()));
}

// getsockopt touches no byte past the end of the buffer.
CONFORMANCE_CASE("so-keepalive/get/writes-nothing-past-the-end",
                 checks("so-keepalive.optval-dword"), rows(family, optlen.of(4, 5, 8, 16))) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, on);
    constexpr unsigned char fill = 0xA5;
    const auto end = static_cast<std::size_t>(row[optlen]);
    const auto result = socket.get_over(fill, so_keepalive, row[optlen], end + 16);
    CHECK_THAT(result.call, Succeeds());
    CHECK_THAT(result, LeavesUntouched(end, fill));
}

// setsockopt needs no more than four bytes: the fifth is not mapped.
CONFORMANCE_CASE("so-keepalive/set/reads-a-dword-and-no-more", checks("so-keepalive.optval-dword"),
                 rows(family, value)) {
    check_set_from(test, row, MemoryKind::page_end);
}

// setsockopt only reads them.
CONFORMANCE_CASE("so-keepalive/set/takes-read-only-memory", checks("so-keepalive.optval-only-read"),
                 rows(family, value)) {
    check_set_from(test, row, MemoryKind::read_only);
}

// getsockopt needs no more than four bytes.
CONFORMANCE_CASE("so-keepalive/get/writes-a-dword-and-no-more", checks("so-keepalive.optval-dword"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    const Memory dword(MemoryKind::page_end, OptionResult::unwritten);
    int length = sizeof(DWORD);
    CHECK_THAT(test.winsock().getsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, dword.data(),
                                         &length, {}, true),
               Succeeds());
    // A stack that writes nothing has not shown that it writes no more.
    require_option(socket, so_keepalive, on);
}

}  // namespace conformance
