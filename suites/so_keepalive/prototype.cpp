#include <type_traits>

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

// The headers declare both functions as documented, and called so they work.
CONFORMANCE_CASE("so-keepalive/prototype/setsockopt", checks("so-keepalive.prototype"),
                 rows(family)) {
    using Documented = int(WSAAPI*)(SOCKET, int, int, const char*, int);
    CHECK(std::is_same_v<decltype(&::setsockopt), Documented>);
    // optlen is a value: a pointer's bits in its place would be another length.
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(so_keepalive, on, sizeof(DWORD)), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

CONFORMANCE_CASE("so-keepalive/prototype/getsockopt", checks("so-keepalive.prototype"),
                 rows(family)) {
    using Documented = int(WSAAPI*)(SOCKET, int, int, char*, int*);
    CHECK(std::is_same_v<decltype(&::getsockopt), Documented>);
    // optlen is a pointer, whose target goes in and out.
    const auto socket = test.stream_socket(row[family]);
    require_success(socket.set(so_keepalive, off));
    const auto result = socket.get(so_keepalive, 4096, 4096);
    CHECK_THAT(result, Stores(off));
    CHECK(result.length < 4096);
}

}  // namespace conformance
