#include <array>
#include <span>

#include "cases/case.hpp"
#include "cases/overlapped_operation.hpp"
#include "keepalive/switch.hpp"
#include "unanswered.hpp"

namespace conformance {

using namespace parameters;

static void require_pending_receive(OverlappedOperation& receive, const Socket& socket,
                                    std::span<unsigned char> bytes) {
    IoctlArguments arguments;
    receive.take_part_in(arguments);
    receive.begun(socket.winsock().wsa_recv(socket.handle(), bytes, *arguments.overlapped));
    if (!receive.pending()) {
        throw Inconclusive("set-up: an overlapped receive from a silent peer does not pend");
    }
}

// The connection ends one interval after the last probe.
CONFORMANCE_CASE("so-keepalive/wire/given-up/after-an-interval",
                 checks("so-keepalive.given-up-when"), rows(family),
                 watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    CHECK_THAT(unanswered.last_probe_until_given_up(), TakesAbout(short_interval));
}

// A receive that waits meanwhile reports that the network dropped the connection.
CONFORMANCE_CASE("so-keepalive/wire/given-up/blocked-receive",
                 checks("so-keepalive.given-up-in-progress"), rows(family),
                 watches_silence(until_given_up)) {
    const Unanswered unanswered(test, row[family], short_time, short_interval);
    std::array<unsigned char, 1> byte{};
    CHECK_THAT(test.winsock().recv(unanswered.socket().handle(), byte), FailsWith(WSAENETRESET));
}

// An overlapped one in the same way.
CONFORMANCE_CASE("so-keepalive/wire/given-up/pending-receive",
                 checks("so-keepalive.given-up-in-progress"), rows(family),
                 watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    std::array<unsigned char, 1> byte{};
    OverlappedOperation receive(unanswered.socket(), Signal::event);
    require_pending_receive(receive, unanswered.socket(), byte);
    unanswered.wait_until_given_up();
    CHECK_THAT(receive.wait(), CompletesWith(WSAENETRESET));
}

// Sending afterwards fails.
CONFORMANCE_CASE("so-keepalive/wire/given-up/next-send", checks("so-keepalive.given-up-after"),
                 rows(family), watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    unanswered.wait_until_given_up();
    constexpr std::array<unsigned char, 1> byte{'x'};
    CHECK_THAT(test.winsock().send(unanswered.socket().handle(), byte), FailsWith(WSAECONNRESET));
}

// Receiving afterwards fails, also the second time.
CONFORMANCE_CASE("so-keepalive/wire/given-up/next-receive", checks("so-keepalive.given-up-after"),
                 rows(family), watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    unanswered.wait_until_given_up();
    std::array<unsigned char, 1> byte{};
    const auto s = unanswered.socket().handle();
    CHECK_THAT(test.winsock().recv(s, byte), FailsWith(WSAECONNRESET));
    CHECK_THAT(test.winsock().recv(s, byte), FailsWith(WSAECONNRESET));
}

// The option can then not be set: the connection has timed out, or is none any more.
CONFORMANCE_CASE("so-keepalive/wire/given-up/next-set", checks("so-keepalive.given-up-set"),
                 rows(family), watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    unanswered.wait_until_given_up();
    CHECK_THAT(unanswered.socket().set(so_keepalive, on),
               FailsWithOneOf({WSAENETRESET, WSAENOTCONN}));
}

// Reading the option afterwards is not documented, nor is the control code: the row records the
// answer.
CONFORMANCE_CASE("so-keepalive/wire/given-up/other-calls", checks("so-keepalive.given-up-others"),
                 rows(family), watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    unanswered.wait_until_given_up();
    RECORD(acceptance(unanswered.socket().get(so_keepalive).call));
    RECORD(acceptance(set_keepalive_vals(unanswered.socket(), on, 1000, 1000)));
}

// select reports the end: a receive would not block.
CONFORMANCE_CASE("so-keepalive/wire/given-up/select", checks("so-keepalive.given-up-select"),
                 rows(family), watches_silence(until_given_up)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    CHECK_THAT(test.winsock().select_readable(unanswered.socket().handle(), until_given_up),
               IsReady());
    CHECK_THAT(
        unanswered.wire().probes_within(unanswered.connection(), 1, std::chrono::milliseconds(0)),
        Counts(1, 255));
}

}  // namespace conformance
