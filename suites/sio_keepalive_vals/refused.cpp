#include "keepalive/times.hpp"
#include "refusal.hpp"
#include "signals.hpp"

namespace conformance {

using namespace parameters;

// A call that fails returns SOCKET_ERROR and sets an error.
CONFORMANCE_CASE("sio-keepalive-vals/refused/is-socket-error",
                 checks("sio-keepalive-vals.returns-socket-error"), rows(family, refusal_cause)) {
    const auto connection = test.connected_pair(row[family]);
    const auto result = RefusedVals(row[refusal_cause]).on(connection.client);
    if (result.value == 0) {
        throw Inconclusive("the call that was to be refused was not");
    }
    CHECK_THAT(result, Fails());
    require_working_code(connection.client);
}

// It leaves the switch as it was.
CONFORMANCE_CASE("sio-keepalive-vals/refused/keeps-the-switch",
                 checks("sio-keepalive-vals.refused-keeps-setting"),
                 rows(family, refusal_cause, value)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, row[value]);
    require_refusal(RefusedVals(row[refusal_cause], turned(opposite(row[value]))).on(socket));
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

// It leaves the times, too.
CONFORMANCE_CASE("sio-keepalive-vals/refused/keeps-the-times",
                 checks("sio-keepalive-vals.refused-keeps-setting"),
                 rows(family, refusal_cause, timing), since(times_readable)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    constexpr TimesInSeconds times{5, 7};
    require_times(socket, times);
    require_refusal(RefusedVals(row[refusal_cause], {1, 9000, 11000}).on(socket));
    CHECK_SECONDS(socket, row[timing], StoresExactly(times[row[timing]]));
}

// As an overlapped operation it is refused, too: at once, and then no completion is signalled,
// or by a completion that failed.
CONFORMANCE_CASE("sio-keepalive-vals/refused/overlapped",
                 checks("sio-keepalive-vals.refused-keeps-setting"),
                 rows(family,
                      refusal_cause.of(Refusal::no_input_size, Refusal::short_input,
                                       Refusal::null_input, Refusal::unmapped_input,
                                       Refusal::output_size),
                      signal)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    const RefusedVals vals(row[refusal_cause]);
    OverlappedOperation operation(socket, row[signal]);
    const auto started = operation.start(vals.arguments);
    const auto completion = operation.pending() ? operation.wait() : operation.watch();
    if (!started.failed || (operation.pending() && !completion.failed)) {
        throw Inconclusive("the call that was to be refused was not");
    }
    CHECK(completion.times == (operation.pending() ? 1 : 0));
    CHECK_OPTION(socket, so_keepalive, off);
}

}  // namespace conformance
