#include "cases/blocking_hook.hpp"
#include "cases/callbacks.hpp"
#include "turn_on.hpp"

namespace conformance {

// Inside the hook of a blocking Windows Sockets 1.1 call, the control code cannot be used.
CONFORMANCE_CASE("sio-keepalive-vals/in-progress/from-a-blocking-hook",
                 checks("sio-keepalive-vals.wsaeinprogress"), rows(family), own_process(),
                 waits(hook_patience)) {
    test.given(test.winsock().startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    given_keepalive(socket, off);
    const auto answer =
        answer_inside_blocking_hook(socket, [&] { return KeepaliveVals().on(socket); });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_SWITCH(socket, off);
}

// It cannot be used inside the condition function of a WSAAccept, which waits for it.
CONFORMANCE_CASE("sio-keepalive-vals/in-progress/from-a-condition-function",
                 checks("sio-keepalive-vals.wsaeinprogress-condition"), rows(family)) {
    const auto pair = test.connected_pair(row[family]);
    given_keepalive(pair.client, off);
    const auto answer = answer_inside_condition_function(
        test, row[family], [&] { return KeepaliveVals().on(pair.client); });
    CHECK_THAT(answer, FailsWith(WSAEINPROGRESS));
    CHECK_SWITCH(pair.client, off);
}

// Inside a completion routine, for which nothing waits, what happens is recorded.
CONFORMANCE_CASE("sio-keepalive-vals/in-progress/from-a-completion-routine",
                 checks("sio-keepalive-vals.in-completion-routine"), rows(family)) {
    const auto pair = test.connected_pair(row[family]);
    const auto answer = answer_inside_completion_routine(
        test, row[family], [&] { return KeepaliveVals().on(pair.client); });
    RECORD(acceptance(answer));
}

// When it blocks itself, and the hook cancels it, it says that it was interrupted.
CONFORMANCE_CASE("sio-keepalive-vals/interrupted/by-cancelling-the-blocking-call",
                 checks("sio-keepalive-vals.wsaeintr"), rows(family), own_process()) {
    auto& winsock = test.winsock();
    test.given(winsock.startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const BlockingHook hook(winsock, [&] { winsock.cancel_blocking_call(); });
    const auto answer = KeepaliveVals().on(pair.client);
    hook.must_have_been_called("WSAIoctl, which does not block");
    CHECK_THAT(answer, FailsWith(WSAEINTR));
}

}  // namespace conformance
