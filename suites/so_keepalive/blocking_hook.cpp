#include "cases/blocking_hook.hpp"
#include "cases/callbacks.hpp"
#include "keepalive/completion_routine.hpp"
#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

CallResult carry_out(const Socket& socket, Operation what) {
    return what == Operation::set ? socket.set(so_keepalive, on) : socket.get(so_keepalive).call;
}

}  // namespace

// Inside the hook of a blocking Windows Sockets 1.1 call, the option can be neither set nor read.
CONFORMANCE_CASE("so-keepalive/in-progress/from-a-blocking-hook",
                 checks("so-keepalive.wsaeinprogress"), rows(family, set_or_get), own_process(),
                 waits(hook_timeout)) {
    require_success(test.winsock().startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    require_option(socket, so_keepalive, off);
    const auto answer =
        answer_inside_blocking_hook(socket, [&] { return carry_out(socket, row[set_or_get]); });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_OPTION(socket, so_keepalive, off);
}

// Nor can it be set or read inside the condition function of a WSAAccept, which waits for it.
CONFORMANCE_CASE("so-keepalive/in-progress/from-a-condition-function",
                 checks("so-keepalive.wsaeinprogress-callback"), rows(family, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, off);
    const auto answer = answer_inside_condition_function(
        test, row[family], [&] { return carry_out(socket, row[set_or_get]); });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_OPTION(socket, so_keepalive, off);
}

// Inside a completion routine, for which nothing waits, the row records the answer.
CONFORMANCE_CASE("so-keepalive/in-progress/from-a-completion-routine",
                 checks("so-keepalive.in-completion-routine"), rows(family, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    const auto answer = answer_inside_completion_routine(
        test, row[family], [&] { return carry_out(socket, row[set_or_get]); });
    RECORD(acceptance(answer));
}

}  // namespace conformance
