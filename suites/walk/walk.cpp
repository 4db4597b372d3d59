// Walks: a socket's settings change only by calls that are documented to change them, whatever
// happens to the socket and to others.
#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>

#include "cases/common_parameters.hpp"
#include "keepalive/times.hpp"
#include "tryout.hpp"
#include "walk/draw.hpp"

namespace conformance {

using namespace parameters;

static std::string capability_for(Network network) {
    return network == Network::ipv4 ? "ipv4" : "ipv6";
}

namespace {

constexpr std::size_t usual_steps = 60;
constexpr std::size_t long_steps = 300;
/// How often a failing walk is tried shorter at most, and on a slow machine how long.
constexpr std::size_t shrinking_tries = 300;
constexpr std::chrono::seconds shrinking_time{4};

std::vector<std::uint64_t> usual_seeds() {
    std::vector<std::uint64_t> seeds(12);
    std::iota(seeds.begin(), seeds.end(), std::uint64_t{1});
    return seeds;
}

const Parameter<Network> network("family", {Network::ipv4, Network::ipv6, Network::dual_mode});
const Parameter<std::uint64_t> seed("seed", usual_seeds());

/// The result of a walk.
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
void require_reading_works(const Test& test, const Mismatch& mismatch) {
    auto& winsock = test.winsock();
    if (mismatch.kind != Mismatch::Kind::value) {
        return;
    }
    switch (mismatch.setting) {
        case Setting::keepalive:
            require_readable(winsock, so_keepalive);
            if (mismatch.requirement != "so-keepalive.set") {
                require_settable(winsock, so_keepalive);
            }
            return;
        case Setting::time: require_time_readable(winsock, KeepaliveTime::time); return;
        case Setting::interval: require_time_readable(winsock, KeepaliveTime::interval); return;
        case Setting::count: return;
    }
}

std::string notes_text(const KnownStack& known) {
    std::string text;
    for (const auto& [name, variants] : known.notes) {
        text += (text.empty() ? "; left out because it already deviates on its own: " : ", ") +
                name + (variants == 1 ? "" : " (" + std::to_string(variants) + " values)");
    }
    return text;
}

/// Whether a step sets the setting to another value than a new socket's: otherwise nothing can be
/// lost.
bool can_set(const KnownStack& known, Setting setting) {
    const auto is_made = [&](StepKind kind, std::uint8_t variant) {
        return !known.left_out.contains({kind, variant, ""});
    };
    switch (setting) {
        case Setting::keepalive:
            return is_made(StepKind::set_keepalive, 1) || is_made(StepKind::set_keepalive_vals, 0);
        case Setting::time:
            return is_made(StepKind::set_idle, 0) || is_made(StepKind::set_keepalive_vals, 0);
        case Setting::interval:
            return is_made(StepKind::set_interval, 1) || is_made(StepKind::set_keepalive_vals, 1);
        case Setting::count: return is_made(StepKind::set_count, 0);
    }
    return false;
}

/// The requirements that can be broken by the settings that this stack can set and read.
std::vector<std::string> seen_requirements(const KnownStack& known) {
    std::vector<std::string> ids;
    for (const auto setting : all_settings) {
        const std::string id(Model::requirement_to_stay(setting));
        if (known.is_readable[setting] && can_set(known, setting) &&
            std::ranges::find(ids, id) == ids.end()) {
            ids.push_back(id);
        }
    }
    if (ids.empty()) {
        throw Inconclusive("nothing that can be read can be set");
    }
    return ids;
}

/// The row's result when no walk was made.
Playing nothing_of(const std::vector<Step>& walk) {
    return {{}, std::vector<bool>(walk.size(), true)};
}

Outcome failed_walk(const Test& test, Player& player, const std::vector<Step>& steps,
                    const Playing& playing) {
    const Play play = [&](const std::vector<Step>& walk) {
        try {
            return player.play(walk);
        } catch (const Inconclusive&) {
            // A walk that cannot be made shows nothing.
            return nothing_of(walk);
        }
    };
    auto failing = as_played(steps, playing);
    const auto recurs_in = [&](const std::vector<Step>& walk) {
        const auto again = play(walk);
        const bool recurs = again.mismatch && again.mismatch->is_like(failing.mismatch);
        if (recurs) {
            failing = as_played(walk, again);
        }
        return recurs;
    };
    // A refused connect takes two seconds on Windows: without it first.
    auto without_waiting = failing.steps;
    std::erase_if(without_waiting,
                  [](const Step& step) { return step.kind == StepKind::connect_refused; });
    std::string text;
    if (recurs_in(without_waiting) || recurs_in(failing.steps)) {
        const auto end = std::chrono::steady_clock::now() + shrinking_time;
        const Play in_time = [&](const std::vector<Step>& walk) {
            return std::chrono::steady_clock::now() < end ? play(walk) : nothing_of(walk);
        };
        failing = shrink(failing, in_time, shrinking_tries);
        // For the record, which is to hold these calls alone.
        play(failing.steps);
    } else {
        text = " (did not recur when the steps were replayed)";
    }
    const auto calls = test.winsock().recorded_calls();
    require_reading_works(test, failing.mismatch);
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
    const auto seen = seen_requirements(known);
    Player player(test, row[network], known);
    const auto drawn = draw_walk(row[network], row[seed], steps);
    const auto playing = player.play(drawn);
    if (playing.mismatch) {
        return failed_walk(test, player, drawn, playing);
    }
    test.is_about(seen);
    test.winsock().forget_calls_after(0);
    const auto made = std::ranges::count(playing.skipped, false);
    return {true, "kept over " + std::to_string(made) + " steps of generator " +
                      std::to_string(walk_generator) + notes_text(known)};
}

/// The requirements of walks.
Trait checks_what_stays() {
    return checks("so-keepalive.stays-as-set", "sio-keepalive-vals.times-stay",
                  "ipproto-tcp.stays-as-set");
}

/// Other requirements that their calls may find broken.
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

// Sixty steps over up to eight sockets leave every setting as it was set.
CONFORMANCE_CASE("walk", checks_what_stays(), may_find_any(), rows(network, seed),
                 takes_any(seed)) {
    CHECK_THAT(walk(test, row, usual_steps), KeepsWhatWasSet());
}

// Differences that show only after many sockets were created and closed.
CONFORMANCE_CASE("walk/long", checks_what_stays(), may_find_any(), rows(network, seed.of(1)),
                 takes_any(seed)) {
    CHECK_THAT(walk(test, row, long_steps), KeepsWhatWasSet());
}

}  // namespace conformance
