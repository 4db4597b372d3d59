#include <array>
#include <optional>

#include "cases/blocking_hook.hpp"
#include "cases/common_parameters.hpp"

namespace conformance {

// Inside the hook of a blocking Windows Sockets 1.1 call, the option can be neither set nor read.
CONFORMANCE_CASE("so-keepalive/in-progress/from-a-blocking-hook",
                 checks("so-keepalive.wsaeinprogress"), rows(family, set_or_get), own_process(),
                 waits(hook_patience)) {
    test.given(test.winsock().startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    given_keepalive(socket, off);
    const auto answer = answer_inside_blocking_hook(socket, [&] {
        return row[set_or_get] == Operation::set ? socket.set_keepalive(on)
                                                 : socket.get_keepalive().call;
    });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_SWITCH(socket, off);
}

}  // namespace conformance
