#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "walk/mismatch.hpp"

namespace conformance {

/// The outcome of a walk.
struct Playing {
    std::optional<Mismatch> mismatch;
    /// For each step, whether it was skipped because the model did not allow it.
    std::vector<bool> skipped;
};

using Play = std::function<Playing(const std::vector<Step>&)>;

/// A failing walk, and its difference from the model.
struct FailingWalk {
    std::vector<Step> steps;
    Mismatch mismatch;
};

/// The walk as it ran: without skipped steps, and without the steps after the difference.
FailingWalk as_played(const std::vector<Step>& steps, const Playing& playing);

/// The shortest walk found that fails like `failing`: without the steps after the difference,
/// skipped steps, single steps, pairs and ranges, and with simpler steps instead of others. At most
/// `most_tries` walks run, so that the result does not depend on the speed of the machine.
FailingWalk shrink(FailingWalk failing, const Play& play, std::size_t most_tries);

}  // namespace conformance
