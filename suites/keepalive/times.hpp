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

/// The first version that lets it be read: 6.1 has option 3 of IPPROTO_TCP, 10.0.16299
/// TCP_KEEPINTVL
/// ("IPPROTO_TCP socket options").
NtVersion first_readable(KeepaliveTime which);
/// Both of them.
inline constexpr NtVersion times_readable{10, 0, 16299};

/// One of the times of keep-alive, as far as the stack lets it be read: in seconds, by TCP_KEEPIDLE
/// or TCP_KEEPINTVL. Throws Inconclusive where it does not.
OptionResult read_seconds(const Socket& socket, KeepaliveTime which);

/// The same for an expectation. A reading that does not meet it throws Inconclusive when the stack
/// reads back neither what that option has set nor what SIO_KEEPALIVE_VALS has.
OptionResult read_seconds(const Socket& socket, KeepaliveTime which, const OptionMatcher& expected);

/// Throws Inconclusive where the stack reads back neither what that option has set nor what
/// SIO_KEEPALIVE_VALS has.
void require_time_readable(Winsock& winsock, KeepaliveTime which);

/// What seconds a row reads has to meet `expected`.
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

/// Throws Inconclusive unless that time is read so: the row's situation is not there.
void require_time(const Socket& socket, KeepaliveTime which, const TimesInSeconds& times);

/// Turns keep-alive on by SIO_KEEPALIVE_VALS with these times. Throws Inconclusive unless those of
/// `read_back` can be read back.
void require_times(const Socket& socket, const TimesInSeconds& times,
                   std::initializer_list<KeepaliveTime> read_back = {KeepaliveTime::time,
                                                                     KeepaliveTime::interval});

/// What a socket for which nobody set values has according to the documents, this machine's
/// registry considered, in seconds. Throws Inconclusive where they do not say, and where it is no
/// whole number of seconds, in which alone it can be read.
std::uint32_t configured_seconds(KeepaliveTime which);

/// What this machine's registry sets, in seconds. Throws NotApplicable where it sets nothing, and
/// Inconclusive as configured_seconds does.
std::uint32_t seconds_of_registry(KeepaliveTime which);

/// The stack uses what this machine's registry sets, which the matcher's words name. Throws as
/// seconds_of_registry.
OptionMatcher StoresTimeOfRegistry(KeepaliveTime which);

/// The documented default in seconds. Throws NotApplicable where this machine's registry sets
/// another.
std::uint32_t default_seconds_without_registry(KeepaliveTime which);

}  // namespace conformance
