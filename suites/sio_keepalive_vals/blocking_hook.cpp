#include "cases/blocking_hook.hpp"
#include "cases/callbacks.hpp"
#include "keepalive/switch.hpp"
#include "keepalive/completion_routine.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

// Inside the hook of a blocking Windows Sockets 1.1 call, the control code cannot be used.
CONFORMANCE_CASE("sio-keepalive-vals/in-progress/from-a-blocking-hook",
                 checks("sio-keepalive-vals.wsaeinprogress"), rows(family), own_process(),
                 waits(hook_timeout)) {
    require_success(test.winsock().startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    require_option(socket, so_keepalive, off);
    const auto answer =
        answer_inside_blocking_hook(socket, [&] { return KeepaliveVals().on(socket); });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_OPTION(socket, so_keepalive, off);
}

// It cannot be used inside the condition function of a WSAAccept, which waits for it.
CONFORMANCE_CASE("sio-keepalive-vals/in-progress/from-a-condition-function",
                 checks("sio-keepalive-vals.wsaeinprogress-condition"), rows(family)) {
    const auto pair = test.connected_pair(row[family]);
    require_option(pair.client, so_keepalive, off);
    const auto answer = answer_inside_condition_function(
        test, row[family], [&] { return KeepaliveVals().on(pair.client); });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_OPTION(pair.client, so_keepalive, off);
}

// Inside a completion routine, for which nothing waits, the row records the answer.
CONFORMANCE_CASE("sio-keepalive-vals/in-progress/from-a-completion-routine",
                 checks("sio-keepalive-vals.in-completion-routine"), rows(family)) {
    const auto pair = test.connected_pair(row[family]);
    const auto answer = answer_inside_completion_routine(
        test, row[family], [&] { return KeepaliveVals().on(pair.client); });
    RECORD(acceptance(answer));
}

// When the call itself blocks and the hook cancels it, it reports the interruption.
CONFORMANCE_CASE("sio-keepalive-vals/interrupted/by-cancelling-the-blocking-call",
                 checks("sio-keepalive-vals.wsaeintr"), rows(family), own_process()) {
    auto& winsock = test.winsock();
    require_success(winsock.startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const BlockingHook hook(winsock, [&] { winsock.cancel_blocking_call(); });
    const auto answer = KeepaliveVals().on(pair.client);
    hook.require_called("WSAIoctl, which does not block");
    CHECK_THAT(answer, FailsWith(WSAEINTR));
}

}  // namespace conformance
