#pragma once

#include "cases/options.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// SO_KEEPALIVE, which SIO_KEEPALIVE_VALS writes as well.
struct KeepaliveSwitch : Option<Truth> {};
inline constexpr KeepaliveSwitch so_keepalive{{SOL_SOCKET, SO_KEEPALIVE}};

// Options of the level IPPROTO_TCP, from ws2ipdef.h of the Windows SDK 10.0.16299; mingw-w64's
// headers do not have them. Times are in seconds.
inline constexpr Option<std::uint32_t> tcp_keepidle{IPPROTO_TCP, 3};
inline constexpr Option<std::uint32_t> tcp_keepcnt{IPPROTO_TCP, 16};
inline constexpr Option<std::uint32_t> tcp_keepintvl{IPPROTO_TCP, 17};

}  // namespace conformance
