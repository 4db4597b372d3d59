#pragma once

#include <string>

#include "cases/test.hpp"

namespace conformance {

enum class DatagramState { unbound, bound, connected };

std::string to_text(DatagramState state);

/// A datagram socket in that state. Throws Inconclusive when the state cannot be reached.
Socket datagram_socket_in(const Test& test, Family family, DatagramState state,
                          Creation creation = Creation::socket);

}  // namespace conformance
