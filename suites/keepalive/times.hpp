#pragma once

#include <cstdint>
#include <initializer_list>

#include "cases/parameter.hpp"
#include "expect/assertions.hpp"
#include "expect/matchers.hpp"
#include "keepalive/switch.hpp"
#include "keepalive_registry/keepalive_defaults.hpp"

namespace conformance {

namespace parameters {
inline const Parameter<KeepaliveTime> timing("timing",
                                             {KeepaliveTime::time, KeepaliveTime::interval});
}  // namespace parameters

/// The first version that can read the time: 6.1 has option 3 of IPPROTO_TCP, 10.0.16299 has
/// TCP_KEEPINTVL ("IPPROTO_TCP socket options").
NtVersion first_readable(KeepaliveTime which);
/// Both times.
inline constexpr NtVersion times_readable{10, 0, 16299};

/// Reads one of the times of keep-alive in seconds, with TCP_KEEPIDLE or TCP_KEEPINTVL. Throws
/// Inconclusive when the stack cannot read it.
OptionResult read_seconds(const Socket& socket, KeepaliveTime which);

/// The same for an expectation. When the value does not match it, throws Inconclusive if the stack
/// reads back neither a value set with that option nor one set with SIO_KEEPALIVE_VALS.
OptionResult read_seconds(const Socket& socket, KeepaliveTime which, const OptionMatcher& expected);

/// Throws Inconclusive when the stack reads back neither a value set with that option nor one set
/// with SIO_KEEPALIVE_VALS.
void require_time_readable(Winsock& winsock, KeepaliveTime which);

/// Checks that the seconds that a row reads match `expected`.
#define CHECK_SECONDS(socket, which, expected)                                      \
    CONFORMANCE_CHECK_THAT("CHECK_SECONDS(" #socket ", " #which ", " #expected ")", \
                           ::conformance::read_seconds(socket, which, expected), expected)

/// The times that rows set.
struct TimesInSeconds {
    std::uint32_t time;
    std::uint32_t interval;

    std::uint32_t operator[](KeepaliveTime which) const {
        return which == KeepaliveTime::time ? time : interval;
    }
};

/// Throws Inconclusive unless that time is read: the row's situation was not set up.
void require_time(const Socket& socket, KeepaliveTime which, const TimesInSeconds& times);

/// Turns keep-alive on with SIO_KEEPALIVE_VALS and these times. Throws Inconclusive unless the
/// times in `read_back` can be read back.
void require_times(const Socket& socket, const TimesInSeconds& times,
                   std::initializer_list<KeepaliveTime> read_back = {KeepaliveTime::time,
                                                                     KeepaliveTime::interval});

/// The documented time of a socket without values of its own, in seconds, with this machine's
/// registry taken into account. Throws Inconclusive when the documents leave it open, and when it
/// is not a whole number of seconds, which cannot be read.
std::uint32_t configured_seconds(KeepaliveTime which);

/// The time in this machine's registry, in seconds. Throws NotApplicable when the registry has
/// none, and Inconclusive like configured_seconds.
std::uint32_t seconds_of_registry(KeepaliveTime which);

/// The stack uses the time in this machine's registry, which the matcher's description names.
/// Throws like seconds_of_registry.
OptionMatcher StoresTimeOfRegistry(KeepaliveTime which);

/// The documented default in seconds. Throws NotApplicable when this machine's registry sets
/// another time.
std::uint32_t default_seconds_without_registry(KeepaliveTime which);

}  // namespace conformance
