#include "signals.hpp"
#include "turn_on.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// The causes that cancel a pending operation.
enum class Abort { closesocket, sio_flush };

std::string to_text(Abort abort) {
    return abort == Abort::closesocket ? "closesocket" : "SIO_FLUSH";
}

const Parameter<Abort> abort_by("by", {Abort::closesocket, Abort::sio_flush});
// Once its socket is closed, nothing signals how an operation ended whose only signal is an event.
const Parameter<Signal> signalling("signal", {Signal::completion_port, Signal::completion_routine});

/// Starts the operation, which the row needs to be pending. The page lets a provider complete it at
/// once: then nothing is ever pending, and the row does not apply.
CallResult start_pending(OverlappedOperation& operation, const KeepaliveVals& vals) {
    const auto started = operation.start(vals.arguments);
    if (!started.failed) {
        throw NotApplicable("the provider completes the operation at once");
    }
    return started;
}

CallResult flush(const Socket& socket) {
    DWORD bytes_returned = 0;
    IoctlArguments arguments;
    arguments.code = SIO_FLUSH;
    arguments.bytes_returned = &bytes_returned;
    return socket.ioctl(arguments);
}

}  // namespace

// A pending operation answers WSA_IO_PENDING and completes later.
CONFORMANCE_CASE("sio-keepalive-vals/pending/completes-later",
                 checks("sio-keepalive-vals.io-pending"), rows(family, signal, value)) {
    const auto pair = test.connected_pair(row[family]);
    require_option(pair.client, so_keepalive, opposite(row[value]));
    const KeepaliveVals vals(turned(row[value]));
    OverlappedOperation operation(pair.client, row[signal]);
    const auto started = start_pending(operation, vals);
    CHECK_THAT(started, FailsWith(WSA_IO_PENDING));
    CHECK(operation.wait().times > 0);
}

// One that pends is aborted when its socket is closed, or flushed.
CONFORMANCE_CASE("sio-keepalive-vals/pending/is-aborted",
                 checks("sio-keepalive-vals.operation-aborted"),
                 rows(family, abort_by, signalling)) {
    auto pair = test.connected_pair(row[family]);
    const KeepaliveVals vals;
    OverlappedOperation operation(pair.client, row[signalling]);
    if (start_pending(operation, vals).error != WSA_IO_PENDING) {
        throw Inconclusive("set-up: the operation was refused");
    }
    if (row[abort_by] == Abort::closesocket) {
        require_success(pair.client.close());
    } else {
        require_success(flush(pair.client));
    }
    const bool pended_still = !HasOverlappedIoCompleted(&operation.overlapped());
    const auto completion = operation.wait();
    if (!pended_still && completion.times > 0 && !completion.failed) {
        throw Inconclusive("the operation was done before it could be aborted");
    }
    CHECK(completion.times > 0);
    CHECK(completion.error == WSA_OPERATION_ABORTED);
}

}  // namespace conformance
