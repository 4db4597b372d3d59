#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "walk/model.hpp"
#include "walk/shrink.hpp"

namespace conformance {

inline const Defaults documented{[] {
    Defaults defaults;
    defaults[Setting::keepalive] = 0;
    defaults[Setting::time] = 7200;
    defaults[Setting::interval] = 1;
    defaults[Setting::count] = 10;
    return defaults;
}()};

/// A stack that does as the model says, and lies: what a setting of a socket is after the steps so
/// far, where that is not what the model says.
using Lie = std::function<std::optional<std::uint32_t>(const Model&, const std::vector<Step>& taken,
                                                       std::size_t socket, Setting setting)>;

inline Playing play_on_lying_stack(const std::vector<Step>& steps, const Lie& lie) {
    Model model(Network::ipv4, documented);
    Playing playing;
    std::vector<Step> taken;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        playing.skipped.push_back(!model.allows(steps[i]));
        if (playing.skipped.back()) {
            continue;
        }
        model.take(steps[i]);
        taken.push_back(steps[i]);
        for (const auto socket : model.readable_sockets()) {
            for (const auto setting : all_settings) {
                const auto& expected = model.remembered(socket, setting);
                const auto actual = lie(model, taken, socket, setting);
                if (expected.value && actual && *actual != *expected.value) {
                    playing.mismatch = Mismatch{Mismatch::Kind::value,
                                                i,
                                                model.requirement(steps[i], socket, setting),
                                                socket,
                                                setting,
                                                expected,
                                                *actual,
                                                steps[i],
                                                {}};
                    return playing;
                }
            }
        }
    }
    return playing;
}

}  // namespace conformance
