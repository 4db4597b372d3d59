#pragma once

namespace conformance {

// Options of the level IPPROTO_TCP, from ws2ipdef.h of the Windows SDK 10.0.16299; mingw-w64's
// headers do not have them. All of them take a DWORD; times are in seconds.
inline constexpr int tcp_keepidle = 3;
inline constexpr int tcp_keepcnt = 16;
inline constexpr int tcp_keepintvl = 17;

}  // namespace conformance
