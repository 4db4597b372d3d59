#pragma once

#include <cstdint>

#include "cases/parameter.hpp"
#include "model/keepalive_defaults.hpp"
#include "winsock/socket.hpp"

namespace conformance {

inline const Parameter<KeepaliveTime> timing("timing",
                                             {KeepaliveTime::time, KeepaliveTime::interval});

/// The first version that lets it be read: 6.1 has option 3 of IPPROTO_TCP, 10.0.16299
/// TCP_KEEPINTVL
/// ("IPPROTO_TCP socket options").
NtVersion first_readable(KeepaliveTime which);
/// Both of them.
inline constexpr NtVersion times_readable{10, 0, 16299};

/// One of the times of keep-alive, as far as the stack lets it be read: in seconds, by TCP_KEEPIDLE
/// or TCP_KEEPINTVL. Throws Inconclusive where it does not.
OptionResult read_seconds(const Socket& socket, KeepaliveTime which);

/// Turns keep-alive on by SIO_KEEPALIVE_VALS with these times, in seconds. Throws Inconclusive
/// unless they can be read back.
void given_times(const Socket& socket, std::uint32_t time_s, std::uint32_t interval_s);

/// What a socket for which nobody set values has according to the documents, this machine's
/// registry considered, in seconds. Throws Inconclusive where they do not say, and where it is no
/// whole number of seconds, in which alone it can be read.
std::uint32_t configured_seconds(KeepaliveTime which);

/// The documented default in seconds. Throws Inconclusive where this machine's registry sets
/// another.
std::uint32_t default_seconds_without_registry(KeepaliveTime which);

}  // namespace conformance
