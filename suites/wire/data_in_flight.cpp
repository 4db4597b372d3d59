#include <array>
#include <string>

#include "base/text.hpp"
#include "unanswered.hpp"

namespace conformance {

using namespace parameters;

using namespace std::chrono_literals;

namespace {

/// As long as a connection without data in flight lasts, which ten probes end.
constexpr auto watched_for = 12000ms;

Seen end_of(Unanswered& unanswered) {
    auto& winsock = unanswered.socket().winsock();
    const auto s = unanswered.socket().handle();
    require_success(winsock.set_blocking(s, false));
    const auto ended = winsock.select_readable(s, watched_for);
    require_success(ended);
    const bool probed = unanswered.wire().probes_within(unanswered.connection(), 1, 0ms).count != 0;
    const std::string probes = probed ? "with probes" : "without a probe";
    if (ended.value == 0) {
        return {"still open after " + seconds(watched_for.count()) + ", " + probes};
    }
    std::array<unsigned char, 1> byte{};
    const auto answer = winsock.recv(s, byte);
    return {"ended within " + seconds(watched_for.count()) + ", " + probes + ": recv answered " +
                describe(answer),
            Fails().match(answer) && answer.error != WSAEWOULDBLOCK};
}

}  // namespace

// A byte that is never acknowledged: whether keep-alive or retransmission ends the connection is
// not documented.
CONFORMANCE_CASE("so-keepalive/wire/data-in-flight", checks("so-keepalive.data-in-flight"),
                 rows(family), watches_silence(watched_for)) {
    Unanswered unanswered(test, row[family], short_time, short_interval);
    constexpr std::array<unsigned char, 1> byte{'x'};
    require_success(test.winsock().send(unanswered.socket().handle(), byte));
    RECORD(end_of(unanswered));
}

}  // namespace conformance
