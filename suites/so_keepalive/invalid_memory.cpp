#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// A value in memory that cannot be read is refused, and the option keeps its value.
CONFORMANCE_CASE("so-keepalive/memory/optval-of-set", checks("so-keepalive.efault-memory"),
                 rows(family, unreadable)) {
    const auto socket = test.stream_socket(row[family]);
    const auto set_from_memory = [&](std::uint32_t to) {
        const Memory memory(row[unreadable], to);
        return test.winsock().setsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, memory.data(),
                                         sizeof(DWORD));
    };
    CHECK_THAT(set_from_memory(on), FailsWith(WSAEFAULT));
    for (const auto before : {off, on}) {
        require_option(socket, so_keepalive, before);
        CHECK_THAT(set_from_memory(opposite(before)), FailsWith(WSAEFAULT));
        CHECK_OPTION(socket, so_keepalive, before);
    }
}

// A buffer in memory that cannot be written is refused.
CONFORMANCE_CASE("so-keepalive/memory/optval-of-get", checks("so-keepalive.efault-memory"),
                 rows(family, unwritable)) {
    const auto socket = test.stream_socket(row[family]);
    const Memory memory(row[unwritable], 0);
    int length = sizeof(DWORD);
    CHECK_THAT(test.winsock().getsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, memory.data(),
                                         &length, {}, true),
               FailsWith(WSAEFAULT));
}

// A length in memory that cannot be read or written is refused with WSAEFAULT.
CONFORMANCE_CASE("so-keepalive/memory/optlen-of-get", checks("so-keepalive.efault-memory"),
                 rows(family, unwritable)) {
    const auto socket = test.stream_socket(row[family]);
    const Memory memory(row[unwritable], sizeof(DWORD));
    std::uint32_t buffer = 0;
    CHECK_THAT(test.winsock().getsockopt(socket.handle(), SOL_SOCKET, SO_KEEPALIVE, &buffer,
                                         static_cast<int*>(memory.data()), {}, false),
               FailsWith(WSAEFAULT));
}

}  // namespace conformance
