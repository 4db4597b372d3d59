#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cases/test.hpp"
#include "walk/shrink.hpp"

namespace conformance {

/// A step in a situation in which a stack may differ from the model.
struct Action {
    StepKind kind{};
    std::uint8_t variant = 0;
    /// "listening", "connected", "datagram"; empty for any other state.
    std::string_view place;

    auto operator<=>(const Action&) const = default;
};

/// The action of the step in its situation.
Action action_of(const Model& model, const Step& step);

/// The facts about a stack that a walk needs.
struct KnownStack {
    /// The settings that can be read at all.
    PerSetting<bool> is_readable;
    /// The settings of a new socket; nothing for one that differs from the documents.
    Defaults defaults;
    /// The actions in which the stack differs from the model even on a new socket; a case of its
    /// own reports them.
    std::set<Action> left_out;
    /// The actions that are left out and the settings that are not read, as text, each with the
    /// number of variants.
    std::map<std::string, std::size_t> notes;
};

/// Makes the steps of a walk on real sockets, and compares their settings with the model after each
/// step.
class Player {
public:
    Player(const Test& test, Network network, const KnownStack& known);

    /// Makes the steps on new sockets, until something differs from the model. Throws Inconclusive
    /// when a call fails that sets nothing.
    Playing play(const std::vector<Step>& steps);

private:
    class Stage;

    const Test& test_;
    Network network_;
    const KnownStack& known_;
};

}  // namespace conformance
