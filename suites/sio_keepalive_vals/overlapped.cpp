#include <chrono>

#include "signals.hpp"
#include "turn_on.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

/// How a socket gets the overlapped attribute.
static const Parameter<Creation> overlapped_creation("creation", {Creation::socket,
                                                                  Creation::wsa_socket_overlapped});
static const Parameter<MemoryKind> ignored_pointer("memory",
                                                   {MemoryKind::unmapped, MemoryKind::no_access,
                                                    MemoryKind::guard, MemoryKind::kernel});

namespace {

/// A call that returns at once never takes longer than this: a thousand times the usual duration.
constexpr std::chrono::milliseconds at_once{500};

/// Starts an operation on a connection, and returns whether the call returned at once.
bool returns_at_once(const Test& test, Family of_family, Creation by, Signal told_by) {
    const auto connection = test.connected_pair(of_family, by);
    const KeepaliveVals vals;
    OverlappedOperation operation(connection.client, told_by);
    const auto begun = std::chrono::steady_clock::now();
    operation.require_start(vals.arguments);
    const bool at_once_here = std::chrono::steady_clock::now() - begun <= at_once;
    static_cast<void>(operation.wait());
    return at_once_here;
}

}  // namespace

// With an OVERLAPPED the call is an overlapped operation: WSAGetOverlappedResult knows its outcome.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/has-a-result",
                 checks("sio-keepalive-vals.overlapped"),
                 rows(family, overlapped_creation, value)) {
    const auto connection = test.connected_pair(row[family], row[overlapped_creation]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, opposite(row[value]));
    const KeepaliveVals vals(turned(row[value]));
    OverlappedOperation operation(socket, Signal::event);
    REQUIRE_THAT(operation.start(vals.arguments), StartsOrSucceeds());
    CHECK_THAT(operation.wait(), CompletesOnceWith(0));
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

// Its completion is signalled once, by the method that was asked for.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/signals-its-completion",
                 checks("sio-keepalive-vals.overlapped-returns-at-once"),
                 rows(family, overlapped_creation, signal)) {
    const auto connection = test.connected_pair(row[family], row[overlapped_creation]);
    const auto& socket = connection.client;
    const KeepaliveVals vals;
    OverlappedOperation operation(socket, row[signal]);
    operation.require_start(vals.arguments);
    CHECK(operation.wait().times == 1);
}

// The call itself returns at once, whether the operation is done or pends.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/returns-at-once",
                 checks("sio-keepalive-vals.overlapped-returns-at-once"),
                 rows(family, overlapped_creation, signal)) {
    const auto again = [&] {
        return returns_at_once(test, row[family], row[overlapped_creation], row[signal]);
    };
    const bool first = again();
    // A machine that stalls does so once; a call that blocks does so each time.
    if (!first && (again() || again())) {
        throw NotMeasured("the machine was too busy to tell whether a call returns at once");
    }
    CHECK(first);
    require_working_code(test.connected_pair(row[family]).client);
}

// Status and size are in the structure afterwards, whatever it contained before.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/leaves-status-and-size",
                 checks("sio-keepalive-vals.overlapped-status"),
                 rows(family, overlapped_creation, signal)) {
    const auto connection = test.connected_pair(row[family], row[overlapped_creation]);
    const auto& socket = connection.client;
    const KeepaliveVals vals;
    OverlappedOperation operation(socket, row[signal]);
    operation.require_start(vals.arguments);
    static_cast<void>(operation.wait());
    CHECK(operation.overlapped().Internal == 0);
    CHECK(operation.overlapped().InternalHigh == 0);
}

// A socket without the overlapped attribute ignores the OVERLAPPED: the call is done when it
// returns, and nothing is signalled.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/ignored-without-the-attribute",
                 checks("sio-keepalive-vals.overlapped-ignored"), rows(family, value)) {
    const auto connection = test.connected_pair(row[family], Creation::wsa_socket_non_overlapped);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, opposite(row[value]));
    const KeepaliveVals vals(turned(row[value]));
    OverlappedOperation operation(socket, Signal::event);
    CHECK_THAT(operation.start(vals.arguments), Succeeds());
    CHECK_OPTION(socket, so_keepalive, row[value]);
    CHECK_THAT(operation.signalled(), CompletesNever());
}

// It does not write to an OVERLAPPED that it ignores.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/ignored-and-untouched",
                 checks("sio-keepalive-vals.overlapped-untouched"), rows(family, value)) {
    const auto connection = test.connected_pair(row[family], Creation::wsa_socket_non_overlapped);
    const KeepaliveVals vals(turned(row[value]));
    OverlappedOperation operation(connection.client, Signal::event);
    const auto before = operation.overlapped();
    const auto started = operation.start(vals.arguments);
    if (started.error != WSA_IO_PENDING) {
        require_success(started);
    }
    CHECK(operation.overlapped().Internal == before.Internal);
    CHECK(operation.overlapped().InternalHigh == before.InternalHigh);
    require_working_code(connection.client);
}

// Its pointers are ignored, too.
CONFORMANCE_CASE("sio-keepalive-vals/overlapped/ignored-even-in-invalid-memory",
                 checks("sio-keepalive-vals.overlapped-ignored"), rows(family, ignored_pointer)) {
    const auto connection = test.connected_pair(row[family], Creation::wsa_socket_non_overlapped);
    const auto& socket = connection.client;
    const OVERLAPPED content{};
    const Memory memory(row[ignored_pointer],
                        {reinterpret_cast<const unsigned char*>(&content), sizeof content});
    KeepaliveVals vals;
    vals.arguments.overlapped = static_cast<OVERLAPPED*>(memory.data());
    vals.arguments.overlapped_visible = false;
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// Without an OVERLAPPED the call returns when it is done, whatever the socket's attribute.
CONFORMANCE_CASE("sio-keepalive-vals/synchronous/is-done-when-it-returns",
                 checks("sio-keepalive-vals.synchronous"), rows(family, creation, value)) {
    const auto connection = test.connected_pair(row[family], row[creation]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, opposite(row[value]));
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

}  // namespace conformance
