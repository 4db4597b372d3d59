#pragma once

#include "winsock/socket.hpp"

namespace conformance {

/// Accepts a waiting connection into the new socket `socket` with AcceptEx, and waits for it.
/// Throws Inconclusive. The socket gets its listener's properties by update_accept_context.
void accept_by_accept_ex(const Socket& listener, const Socket& socket);

/// SO_UPDATE_ACCEPT_CONTEXT, which gives an accepted socket its listener's properties ("AcceptEx",
/// Remarks). Throws Inconclusive.
void update_accept_context(const Socket& listener, const Socket& socket);

}  // namespace conformance
