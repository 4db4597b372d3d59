#pragma once

#include "player.hpp"

namespace conformance {

/// Tries each action alone, in the shortest walk that has it. A difference from the model that
/// shows there is the subject of a case of its own, and walks do not report it again.
KnownStack try_out(const Test& test, Network network);

}  // namespace conformance
