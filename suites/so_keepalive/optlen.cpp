#include <climits>

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<int> enough("optlen", {4, 5, 8, 16, 4096});
static const Parameter<int> too_short("optlen", {0, 1, 2, 3, -1, INT_MIN});

// A length of a DWORD or more is accepted.
CONFORMANCE_CASE("so-keepalive/set/optlen-of-a-dword-or-more", checks("so-keepalive.optlen-dword"),
                 rows(family, enough)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(so_keepalive, on, row[enough]), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
    CHECK_THAT(socket.set(so_keepalive, off, row[enough]), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
}

CONFORMANCE_CASE("so-keepalive/get/optlen-of-a-dword-or-more", checks("so-keepalive.optlen-dword"),
                 rows(family, enough)) {
    const auto socket = test.stream_socket(row[family]);
    const auto size = static_cast<std::size_t>(row[enough]);
    require_option(socket, so_keepalive, off);
    CHECK_THAT(socket.get(so_keepalive, row[enough], size), Stores(off));
    require_option(socket, so_keepalive, on);
    CHECK_THAT(socket.get(so_keepalive, row[enough], size), Stores(on));
}

// A length shorter than a DWORD is refused, and the option keeps its value.
CONFORMANCE_CASE("so-keepalive/set/optlen-shorter-than-dword",
                 checks("so-keepalive.efault-short-optlen"), rows(family, too_short)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(so_keepalive, on, row[too_short]), FailsWith(WSAEFAULT));
    require_option(socket, so_keepalive, off);
    CHECK_THAT(socket.set(so_keepalive, on, row[too_short]), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, so_keepalive, off);
    require_option(socket, so_keepalive, on);
    CHECK_THAT(socket.set(so_keepalive, off, row[too_short]), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, so_keepalive, on);
}

// A buffer shorter than a DWORD is refused, and not written to.
CONFORMANCE_CASE("so-keepalive/get/optlen-shorter-than-dword",
                 checks("so-keepalive.efault-short-optlen"), rows(family, too_short)) {
    const auto socket = test.stream_socket(row[family]);
    constexpr unsigned char fill = 0xA5;
    const auto result = socket.get_over(fill, so_keepalive, row[too_short]);
    CHECK_THAT(result, FailsWith(WSAEFAULT));
    CHECK_THAT(result, LeavesUntouched(0, fill));
}

}  // namespace conformance
