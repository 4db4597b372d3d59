#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cases/test.hpp"
#include "walk/shrink.hpp"

namespace conformance {

/// A step in a situation, which a stack may not do as the model says.
struct Action {
    StepKind kind{};
    std::uint8_t variant = 0;
    /// "listening", "connected", "datagram"; empty for any other state.
    std::string_view place;

    auto operator<=>(const Action&) const = default;
};

/// What the step does, where it stands.
Action action_of(const Model& model, const Step& step);

/// What is known of a stack before it walks.
struct KnownStack {
    /// The settings that can be read at all.
    PerSetting<bool> is_readable;
    /// What a new socket has; nothing where the stack has something else than is documented.
    Defaults defaults;
    /// The actions that it does not do as the model says even on a new socket: a case of its own
    /// says so.
    std::set<Action> left_out;
    /// What is left out or not read, for a person, and how many variants of it.
    std::map<std::string, std::size_t> notes;
};

/// Makes the steps of a walk on real sockets, and compares what the sockets remember with the
/// model after each.
class Player {
public:
    Player(const Test& test, Network network, const KnownStack& known);

    /// Makes the steps on new sockets, until something is not as the model says. Throws
    /// Inconclusive when a call that is no setting's fails.
    Playing play(const std::vector<Step>& steps);

private:
    class Stage;

    const Test& test_;
    Network network_;
    const KnownStack& known_;
};

}  // namespace conformance
