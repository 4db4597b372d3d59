#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "walk/model.hpp"
#include "walk/step.hpp"

namespace conformance {

/// Changes with each change in the meaning of a seed: of the step_kinds, their weights, or the
/// model.
inline constexpr int walk_generator = 1;

/// The walk of that seed: `steps` steps, each of which the model allows after the previous ones. It
/// is the same with every compiler and on every machine.
std::vector<Step> draw_walk(Network network, std::uint64_t seed, std::size_t steps);

}  // namespace conformance
