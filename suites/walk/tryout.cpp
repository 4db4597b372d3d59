#include "tryout.hpp"

#include "keepalive/times.hpp"
#include "facts/registry.hpp"
#include "keepalive_registry/probe_count.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// The documented settings of a new socket, with this machine's registry.
Defaults documented_defaults() {
    const auto seconds = [](KeepaliveTime which) -> std::optional<std::uint32_t> {
        try {
            return configured_seconds(which);
        } catch (const Inconclusive&) {
            return std::nullopt;
        }
    };
    Defaults defaults;
    defaults[Setting::keepalive] = off;
    defaults[Setting::time] = seconds(KeepaliveTime::time);
    defaults[Setting::interval] = seconds(KeepaliveTime::interval);
    defaults[Setting::count] = static_cast<std::uint32_t>(probes_from_vista);
    return defaults;
}

using Walk = std::vector<Step>;

Walk operator+(Walk walk, const Step& step) {
    walk.push_back(step);
    return walk;
}

/// #0 listens; #1 is new.
const Walk listening{
    {StepKind::socket, 0}, {StepKind::bind, 0}, {StepKind::listen, 0}, {StepKind::socket, 1}};
/// #1 has connected to it.
const Walk connected = listening + Step{StepKind::connect, 1, 0};
/// #2 was accepted.
const Walk accepted = connected + Step{StepKind::accept, 2, 0};

/// The plainest walk to a step of that kind on a socket in that place.
Walk way_to(StepKind kind, std::uint8_t variant, std::string_view place) {
    const auto step = [&](std::uint8_t socket, std::uint8_t other = 0) {
        return Step{kind, socket, other, variant};
    };
    if (place == "datagram") {
        return Walk{{StepKind::datagram_socket, 0}} + step(0);
    }
    if (place == "listening") {
        return listening + step(0);
    }
    if (place == "connected") {
        return connected + step(1);
    }
    switch (kind) {
        case StepKind::duplicate: return Walk{{StepKind::socket, 0}} + step(1, 0);
        case StepKind::listen: return Walk{{StepKind::socket, 0}, {StepKind::bind, 0}} + step(0);
        case StepKind::connect:
        case StepKind::connect_asynchronous:
        case StepKind::wsa_connect:
        case StepKind::wsa_connect_asynchronous:
        case StepKind::connect_ex:
        case StepKind::wsa_connect_by_list:
        case StepKind::wsa_connect_by_name: return listening + step(1, 0);
        case StepKind::accept: return connected + step(2, 0);
        case StepKind::accept_ex: return connected + Step{StepKind::socket, 2} + step(2, 0);
        case StepKind::update_accept_context:
            return connected + Step{StepKind::socket, 2} + Step{StepKind::accept_ex, 2, 0} +
                   step(2, 0);
        case StepKind::receive: return accepted + Step{StepKind::send, 2} + step(1);
        case StepKind::send:
        case StepKind::shutdown:
        case StepKind::peer_name:
        case StepKind::bytes_available: return accepted + step(1);
        case StepKind::socket_name:
            return Walk{{StepKind::socket, 0}, {StepKind::bind, 0}} + step(0);
        default: return Walk{{StepKind::socket, 0}} + step(0);
    }
}

class Tryout {
public:
    Tryout(const Test& test, Network network) : network_(network), player_(test, network, known_) {
        for (const auto setting : all_settings) {
            known_.is_readable[setting] = true;
        }
        known_.defaults = documented_defaults();
    }

    KnownStack run() {
        learn_new_socket();
        for (std::size_t i = 0; i < step_kind_count; ++i) {
            const auto kind = static_cast<StepKind>(i);
            const bool chooses_address =
                kind == StepKind::wsa_connect_by_list || kind == StepKind::wsa_connect_by_name;
            if (network_ == Network::dual_mode && chooses_address) {
                continue;
            }
            if (kind > StepKind::datagram_socket && kind < StepKind::set_keepalive) {
                try_action(kind, 0, "");
            }
        }
        for (auto i = static_cast<std::size_t>(StepKind::set_keepalive); i < step_kind_count; ++i) {
            const auto kind = static_cast<StepKind>(i);
            for (std::uint8_t variant = 0; variant < info(kind).variants; ++variant) {
                try_action(kind, variant, "");
            }
            try_elsewhere(kind);
        }
        return std::move(known_);
    }

private:
    /// The control code and the TCP options are documented for connections; their effect on a
    /// listener is not.
    void try_elsewhere(StepKind kind) {
        if (kind == StepKind::set_keepalive || kind == StepKind::set_keepalive_vals) {
            for (std::uint8_t variant = 0; variant < info(kind).variants; ++variant) {
                try_action(kind, variant, "datagram");
            }
        }
        if (kind >= StepKind::set_keepalive_vals && kind <= StepKind::set_count) {
            for (std::uint8_t variant = 0; variant < info(kind).variants; ++variant) {
                try_action(kind, variant, "listening");
                try_action(kind, variant, "connected");
            }
        }
    }

    /// The settings of a new socket, as far as they can be read.
    void learn_new_socket() {
        const Walk walk{{StepKind::socket, 0}};
        for (std::size_t i = 0; i < 2 * all_settings.size(); ++i) {
            const auto mismatch = player_.play(walk).mismatch;
            if (!mismatch) {
                return;
            }
            if (mismatch->kind == Mismatch::Kind::unreadable) {
                known_.is_readable[mismatch->setting] = false;
                ++known_.notes["reading " + to_text(mismatch->setting)];
            } else {
                known_.defaults[mismatch->setting] = std::nullopt;
                ++known_.notes[to_text(mismatch->setting) + " of a new socket"];
            }
        }
    }

    void try_action(StepKind kind, std::uint8_t variant, std::string_view place) {
        const auto walk = way_to(kind, variant, place);
        if (known_.left_out.contains({kind, variant, ""}) && place != "datagram") {
            return;
        }
        try {
            const auto playing = player_.play(walk);
            // The steps before it may have been skipped.
            const bool was_made = !playing.mismatch && !playing.skipped.back();
            if (was_made || (playing.mismatch && changes_what_is_to_stay(*playing.mismatch))) {
                return;
            }
        } catch (const Inconclusive&) {
            // It cannot be made here at all.
        }
        known_.left_out.insert({kind, variant, place});
        ++known_.notes[std::string(info(kind).name) +
                       (place.empty() ? "" : " on a " + std::string(place) + " socket")];
    }

    /// No case by itself is about that, so walks are to find it.
    static bool changes_what_is_to_stay(const Mismatch& mismatch) {
        return mismatch.requirement == Model::requirement_to_stay(mismatch.setting);
    }

    Network network_;
    KnownStack known_;
    Player player_;
};

}  // namespace

KnownStack try_out(const Test& test, Network network) {
    return Tryout(test, network).run();
}

}  // namespace conformance
