#pragma once

#include "player.hpp"

namespace conformance {

/// Tries each action by itself, in the plainest walk that has it: what the stack does otherwise
/// than the model there, a case of its own is about, and walks are not to say again.
KnownStack try_out(const Test& test, Network network);

}  // namespace conformance
