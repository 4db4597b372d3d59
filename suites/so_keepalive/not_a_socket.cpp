#include "cases/common_parameters.hpp"

namespace conformance {

using namespace parameters;

// A descriptor that is no socket is refused.
CONFORMANCE_CASE("so-keepalive/not-a-socket", checks("so-keepalive.wsaenotsock"),
                 rows(descriptor, set_or_get)) {
    const ForeignHandle handle(test, row[descriptor]);
    DWORD optval = on;
    int length = sizeof optval;
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(
            test.winsock().setsockopt(handle.get(), SOL_SOCKET, SO_KEEPALIVE, &optval, length),
            FailsWith(WSAENOTSOCK));
    } else {
        CHECK_THAT(test.winsock().getsockopt(handle.get(), SOL_SOCKET, SO_KEEPALIVE, &optval,
                                             &length, {}, true),
                   FailsWith(WSAENOTSOCK));
    }
}

}  // namespace conformance
