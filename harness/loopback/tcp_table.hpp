#pragma once

#include <cstdint>

#include "winsock/address.hpp"

namespace conformance {

/// Whether the system has a connection to that loopback port whose SYN is unanswered (GetTcpTable
/// and, from Windows Vista on, GetTcp6Table; MIB_TCP_STATE_SYN_SENT). Throws Inconclusive when the
/// system has no such table.
bool has_unanswered_syn(Family family, std::uint16_t remote_port);

}  // namespace conformance
