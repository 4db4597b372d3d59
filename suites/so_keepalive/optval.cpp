#include "cases/memory.hpp"
#include "parameters.hpp"

namespace conformance {

static const Parameter<std::uint32_t> fill("fill", {0x00u, 0xA5u, 0xFFu});

// getsockopt reports four bytes.
CONFORMANCE_CASE("so-keepalive/get/reports-the-size-of-a-dword",
                 checks("so-keepalive.optval-dword"), rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    test.given(socket.set_keepalive(row[value]));
    CHECK_THAT(socket.get_keepalive(), ReportsSize(sizeof(DWORD)));
    CHECK_THAT(socket.get_keepalive(16, 16), ReportsSize(sizeof(DWORD)));
}

// getsockopt writes all four bytes, whatever stood there.
CONFORMANCE_CASE("so-keepalive/get/writes-a-whole-dword", checks("so-keepalive.optval-dword"),
                 rows(family, value, fill)) {
    const auto socket = test.stream_socket(row[family]);
    test.given(socket.set_keepalive(row[value]));
    const auto result =
        socket.get_keepalive(sizeof(DWORD), sizeof(DWORD), static_cast<unsigned char>(row[fill]));
    CHECK_THAT(result, StoresExactly(row[value]));
}

// getsockopt touches no byte past the DWORD, whether the length covers it or not.
CONFORMANCE_CASE("so-keepalive/get/writes-nothing-past-the-dword",
                 checks("so-keepalive.optval-dword"), rows(family, optlen.of(4, 16))) {
    const auto socket = test.stream_socket(row[family]);
    constexpr unsigned char pattern = 0xA5;
    const auto result = socket.get_keepalive(row[optlen], 16, pattern);
    CHECK_THAT(result.call, Succeeds());
    CHECK_THAT(result, LeavesUntouched(sizeof(DWORD), pattern));
}

// setsockopt takes the value from memory that can only be read.
CONFORMANCE_CASE("so-keepalive/set/reads-from-read-only-memory",
                 checks("so-keepalive.optval-dword"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    const Memory memory(MemoryKind::read_only, on);
    CHECK_THAT(test.winsock().setsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, memory.data(),
                                         sizeof(DWORD)),
               Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

}  // namespace conformance
