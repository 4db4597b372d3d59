#include "cases/foreign_handles.hpp"
#include "parameters.hpp"

namespace conformance {

static const Parameter<HandleKind> descriptor("descriptor",
                                              {HandleKind::closed_ipv4_socket,
                                               HandleKind::closed_ipv6_socket, HandleKind::file,
                                               HandleKind::event, HandleKind::pipe,
                                               HandleKind::invalid_socket, HandleKind::zero});

// A descriptor that is no socket is refused.
CONFORMANCE_CASE("so-keepalive/not-a-socket", checks("so-keepalive.wsaenotsock"),
                 rows(descriptor, operation)) {
    const ForeignHandle handle(test, row[descriptor]);
    DWORD optval = on;
    int length = sizeof optval;
    if (row[operation] == Operation::set) {
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
