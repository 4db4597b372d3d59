#include "cases/overlapped_operation.hpp"
#include "turn_on.hpp"

namespace conformance {

namespace {

/// Throws Inconclusive when a good routine is called on a socket without the overlapped attribute.
void given_routine_is_ignored(const Test& test, Family of_family) {
    const auto connection = test.connected_pair(of_family, Creation::wsa_socket_non_overlapped);
    const KeepaliveVals vals;
    OverlappedOperation operation(connection.client, Signal::completion_routine);
    test.given(operation.start(vals.arguments));
    const auto told = operation.watch();
    if (told.times != 0) {
        throw Inconclusive("a good routine is called here, and a bad one cannot be waited for: " +
                           describe(told));
    }
}

}  // namespace

// The completion routine is told the error, the size and the flags of the operation.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/is-told-the-outcome",
                 checks("sio-keepalive-vals.completion-routine"), rows(family, value)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    given_keepalive(socket, opposite(row[value]));
    const KeepaliveVals vals(turned(row[value]));
    OverlappedOperation operation(socket, Signal::completion_routine);
    operation.given_start(vals.arguments);
    CHECK_THAT(operation.wait(), CompletesWith(0));
}

// It runs once, and not before an alertable wait.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/runs-once",
                 checks("sio-keepalive-vals.completion-routine-once"), rows(family)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    const KeepaliveVals vals;
    OverlappedOperation operation(socket, Signal::completion_routine);
    operation.given_start(vals.arguments);
    CHECK_THAT(operation.told(), CompletesNever());
    CHECK(operation.wait().times == 1);
}

// On a socket without the overlapped attribute it is ignored.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/ignored-without-the-attribute",
                 checks("sio-keepalive-vals.completion-routine"), rows(family)) {
    const auto connection = test.connected_pair(row[family], Creation::wsa_socket_non_overlapped);
    const auto& socket = connection.client;
    const KeepaliveVals vals;
    OverlappedOperation operation(socket, Signal::completion_routine);
    CHECK_THAT(operation.start(vals.arguments), Succeeds());
    CHECK_SWITCH(socket, on);
    CHECK_THAT(operation.watch(), CompletesNever());
}

// Even one that is no code, where a good one is ignored: else it would be called in the next
// alertable wait, of which none may follow the call.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/ignored-even-where-no-code-is",
                 checks("sio-keepalive-vals.completion-routine"), rows(family, no_code),
                 own_process()) {
    test.given(test.winsock().startup(MAKEWORD(2, 2)));
    const auto connection = test.connected_pair(row[family], Creation::wsa_socket_non_overlapped);
    given_keepalive(connection.client, on);
    given_keepalive(connection.client, off);
    given_routine_is_ignored(test, row[family]);
    const Memory memory(row[no_code], 0);
    OverlappedOperation operation(connection.client, Signal::completion_routine);
    KeepaliveVals vals;
    operation.take_part_in(vals.arguments);
    vals.arguments.routine = reinterpret_cast<LPWSAOVERLAPPED_COMPLETION_ROUTINE>(memory.data());
    operation.abandon();
    CHECK_THAT(vals.on(connection.client), Succeeds());
    CHECK_THAT(connection.client.get_keepalive(), Stores(on));
}

}  // namespace conformance
