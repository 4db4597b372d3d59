#include "cases/overlapped_operation.hpp"
#include "keepalive/switch.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// Throws Inconclusive when a good routine is called on a socket without the overlapped attribute.
void require_routine_ignored(const Test& test, Family of_family) {
    const auto connection = test.connected_pair(of_family, Creation::wsa_socket_non_overlapped);
    const KeepaliveVals vals;
    OverlappedOperation operation(connection.client, Signal::completion_routine);
    require_success(operation.start(vals.arguments));
    const auto signalled = operation.watch();
    if (signalled.times != 0) {
        throw Inconclusive("a good routine is called here, and a bad one cannot be waited for: " +
                           describe(signalled));
    }
}

}  // namespace

// The completion routine gets the error, the size and the flags of the operation.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/gets-the-outcome",
                 checks("sio-keepalive-vals.completion-routine"), rows(family, value)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, opposite(row[value]));
    const KeepaliveVals vals(turned(row[value]));
    OverlappedOperation operation(socket, Signal::completion_routine);
    operation.require_start(vals.arguments);
    CHECK_THAT(operation.wait(), CompletesWith(0));
}

// It runs once, and not before an alertable wait.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/runs-once",
                 checks("sio-keepalive-vals.completion-routine-once"), rows(family)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    const KeepaliveVals vals;
    OverlappedOperation operation(socket, Signal::completion_routine);
    operation.require_start(vals.arguments);
    CHECK_THAT(operation.signalled(), CompletesNever());
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
    CHECK_OPTION(socket, so_keepalive, on);
    CHECK_THAT(operation.watch(), CompletesNever());
}

// Even one that is no code, where a good one is ignored: else it would be called in the next
// alertable wait, of which none may follow the call.
CONFORMANCE_CASE("sio-keepalive-vals/completion-routine/ignored-even-where-no-code-is",
                 checks("sio-keepalive-vals.completion-routine"), rows(family, no_code),
                 own_process()) {
    require_success(test.winsock().startup(MAKEWORD(2, 2)));
    const auto connection = test.connected_pair(row[family], Creation::wsa_socket_non_overlapped);
    require_option(connection.client, so_keepalive, on);
    require_option(connection.client, so_keepalive, off);
    require_routine_ignored(test, row[family]);
    const Memory memory(row[no_code], 0);
    OverlappedOperation operation(connection.client, Signal::completion_routine);
    KeepaliveVals vals;
    operation.take_part_in(vals.arguments);
    vals.arguments.routine = reinterpret_cast<LPWSAOVERLAPPED_COMPLETION_ROUTINE>(memory.data());
    operation.abandon();
    CHECK_THAT(vals.on(connection.client), Succeeds());
    CHECK_THAT(connection.client.get(so_keepalive), Stores(on));
}

}  // namespace conformance
