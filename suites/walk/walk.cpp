// Walks: what a socket remembers is changed by nothing but what is documented to change it,
// whatever happens to it and to the sockets beside it.
#include <algorithm>
#include <numeric>
#include <string>

#include "cases/common_parameters.hpp"
#include "cases/keepalive_times.hpp"
#include "tryout.hpp"
#include "walk/draw.hpp"

namespace conformance {

static std::string capability_for(Network network) {
    return network == Network::ipv4 ? "ipv4" : "ipv6";
}

namespace {

using namespace std::chrono_literals;

constexpr std::size_t usual_steps = 60;
constexpr std::size_t long_steps = 300;
/// How long a failing walk is shortened at most.
constexpr auto shrinking_time = 4s;

std::vector<std::uint64_t> usual_seeds() {
    std::vector<std::uint64_t> seeds(12);
    std::iota(seeds.begin(), seeds.end(), std::uint64_t{1});
    return seeds;
}

const Parameter<Network> network("family", {Network::ipv4, Network::ipv6, Network::dual_mode});
const Parameter<std::uint64_t> seed("seed", usual_seeds());

/// What became of a walk.
struct Outcome {
    bool kept = false;
    std::string text;
};

class KeepsWhatWasSet : public Catch::Matchers::MatcherGenericBase {
public:
    bool match(const Outcome& outcome) const { return outcome.kept; }
    std::string describe() const override {
        return std::string(expectation_mark) + "each socket keeps what was set";
    }
};

/// A mismatch is the walk's only if reading works at all: one broken function is not to fail
/// every requirement.
void given_reading_works(const Test& test, const Mismatch& mismatch) {
    auto& winsock = test.winsock();
    if (mismatch.kind != Mismatch::Kind::value) {
        return;
    }
    switch (mismatch.setting) {
        case Setting::keepalive:
            given_switch_readable(winsock);
            if (mismatch.requirement != "so-keepalive.set") {
                given_switch_settable(winsock);
            }
            return;
        case Setting::time: given_time_readable(winsock, KeepaliveTime::time); return;
        case Setting::interval: given_time_readable(winsock, KeepaliveTime::interval); return;
        case Setting::count: return;
    }
}

std::string notes_text(const KnownStack& known) {
    std::string text;
    for (const auto& [name, variants] : known.notes) {
        text += (text.empty() ? "; left out, as deviating by itself: " : ", ") + name +
                (variants == 1 ? "" : " (" + std::to_string(variants) + " values)");
    }
    return text;
}

/// The requirements that can be broken by what this stack lets be read.
std::vector<std::string> seen_requirements(const KnownStack& known) {
    std::vector<std::string> ids{"so-keepalive.stays-as-set"};
    if (known.is_readable[Setting::time] || known.is_readable[Setting::interval]) {
        ids.emplace_back("sio-keepalive-vals.times-stay");
    }
    if (known.is_readable[Setting::count]) {
        ids.emplace_back("ipproto-tcp.stays-as-set");
    }
    return ids;
}

Outcome failed_walk(const Test& test, Player& player, const std::vector<Step>& steps,
                    const Playing& playing) {
    auto failing = as_played(steps, playing);
    std::string text;
    const auto again = player.play(failing.steps);
    if (again.mismatch && again.mismatch->is_like(failing.mismatch)) {
        const Play play = [&](const std::vector<Step>& walk) {
            try {
                return player.play(walk);
            } catch (const Inconclusive&) {
                // A walk that cannot be made shows nothing.
                return Playing{{}, std::vector<bool>(walk.size(), true)};
            }
        };
        failing = shrink(failing, play, shrinking_time);
        // For the record, which is to hold these calls alone.
        player.play(failing.steps);
    } else {
        text = " (not when the same steps were made again)";
    }
    const auto calls = test.winsock().recorded_calls();
    given_reading_works(test, failing.mismatch);
    test.winsock().forget_calls_after(calls);
    test.is_about({std::string(failing.mismatch.requirement)});
    return {false, to_text(failing.mismatch) + text + " [" + to_text(failing.steps) + "]"};
}

Outcome walk(const Test& test, const Row& row, std::size_t steps) {
    const auto& known = test.once<KnownStack>("walk " + to_text(row[network]),
                                              [&] { return try_out(test, row[network]); });
    if (!known.is_readable[Setting::keepalive]) {
        throw Inconclusive("getsockopt does not read SO_KEEPALIVE");
    }
    Player player(test, row[network], known);
    const auto drawn = draw_walk(row[network], row[seed], steps);
    const auto playing = player.play(drawn);
    if (playing.mismatch) {
        return failed_walk(test, player, drawn, playing);
    }
    test.is_about(seen_requirements(known));
    test.winsock().forget_calls_after(0);
    const auto made = std::ranges::count(playing.skipped, false);
    return {true, "kept over " + std::to_string(made) + " steps of generator " +
                      std::to_string(walk_generator) + notes_text(known)};
}

/// What walks are about.
Trait checks_what_stays() {
    return checks("so-keepalive.stays-as-set", "sio-keepalive-vals.times-stay",
                  "ipproto-tcp.stays-as-set");
}

/// What their calls may show beside.
Trait may_find_any() {
    return may_find("so-keepalive.default-off", "so-keepalive.set", "so-keepalive.get",
                    "so-keepalive.holds-over-connect", "so-keepalive.optlen-dword",
                    "so-keepalive.failure-keeps-value", "so-keepalive.efault-short-optlen",
                    "so-keepalive.efault-memory", "so-keepalive.einval-level",
                    "so-keepalive.enoprotoopt-family", "sio-keepalive-vals.wsaioctl",
                    "sio-keepalive-vals.onoff", "sio-keepalive-vals.per-connection",
                    "sio-keepalive-vals.values-stay", "sio-keepalive-vals.refused-keeps-setting",
                    "sio-keepalive-vals.in-size", "sio-keepalive-vals.efault-input",
                    "sio-keepalive-vals.enoprotoopt", "ipproto-tcp.defaults",
                    "ipproto-tcp.agrees-with-ioctl", "ipproto-tcp.keepalive",
                    "ipproto-tcp.keepintvl", "ipproto-tcp.keepcnt");
}

}  // namespace

}  // namespace conformance

template <>
struct Catch::StringMaker<conformance::Outcome> {
    static std::string convert(const conformance::Outcome& outcome) { return outcome.text; }
};

namespace conformance {

// Sixty steps over up to eight sockets leave what was set as it was set.
CONFORMANCE_CASE("walk", checks_what_stays(), may_find_any(), rows(network, seed),
                 takes_any(seed)) {
    CHECK_THAT(walk(test, row, usual_steps), KeepsWhatWasSet());
}

// What only shows after many sockets have come and gone.
CONFORMANCE_CASE("walk/long", checks_what_stays(), may_find_any(), rows(network, seed.of(1)),
                 takes_any(seed)) {
    CHECK_THAT(walk(test, row, long_steps), KeepsWhatWasSet());
}

}  // namespace conformance
