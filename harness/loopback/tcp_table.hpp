#pragma once

#include <cstdint>

#include "winsock/address.hpp"

namespace conformance {

/// Whether the system has a connection to that port of loopback whose SYN was sent and is not
/// answered yet (GetTcpTable and, from Windows Vista on, GetTcp6Table; MIB_TCP_STATE_SYN_SENT).
/// Throws Inconclusive where the system does not say.
bool has_unanswered_syn(Family family, std::uint16_t remote_port);

}  // namespace conformance
