#pragma once

#include "cases/case.hpp"

namespace conformance {

/// A new stream socket of AF_INET6 that also accepts IPv4 (IPV6_V6ONLY is 0). Throws Inconclusive.
Socket dual_mode_socket(const Test& test);

/// A connection from such a socket to an IPv4 listener, through ::ffff:127.0.0.1. Throws
/// Inconclusive.
ConnectedPair dual_mode_pair(const Test& test);

/// The rows need both IPv4 and IPv6.
Trait needs_both_families();

}  // namespace conformance
