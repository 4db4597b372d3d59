#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "walk/mismatch.hpp"

namespace conformance {

/// What playing a walk showed.
struct Playing {
    std::optional<Mismatch> mismatch;
    /// For each step, whether it was left out because the model did not allow it then.
    std::vector<bool> skipped;
};

using Play = std::function<Playing(const std::vector<Step>&)>;

/// A walk that fails, and how.
struct FailingWalk {
    std::vector<Step> steps;
    Mismatch mismatch;
};

/// The walk as it was played: without what was skipped, and what came after the mismatch.
FailingWalk as_played(const std::vector<Step>& steps, const Playing& playing);

/// The shortest walk that was found to fail as `failing` does: without what follows the mismatch,
/// without what was skipped, without single steps, pairs and ranges, with simpler steps in the
/// place of others. At most that many tries are
/// played, so that the outcome does not depend on how fast the machine is.
FailingWalk shrink(FailingWalk failing, const Play& play, std::size_t most_tries);

}  // namespace conformance
