#pragma once

#include "winsock/socket.hpp"

namespace conformance {

/// Accepts a waiting connection into `socket`, a new one, by AcceptEx, and waits for it. What it
/// then has of its listener comes with update_accept_context. Throws Inconclusive.
void accept_by_accept_ex(const Socket& listener, const Socket& socket);

/// SO_UPDATE_ACCEPT_CONTEXT, after which an accepted socket has its listener's properties
/// ("AcceptEx", Remarks). Throws Inconclusive.
void update_accept_context(const Socket& listener, const Socket& socket);

}  // namespace conformance
