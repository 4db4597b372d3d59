#pragma once

#include <cstdint>

#include "keepalive/keepalive_vals.hpp"

namespace conformance {

/// Throws Inconclusive when getsockopt reads back neither a value set by setsockopt nor one set by
/// SIO_KEEPALIVE_VALS. Two functions write the switch; when it reads back one of them, reading
/// works, whichever of the three functions is broken.
void require_readable(Winsock& winsock, const KeepaliveSwitch& option);

/// Throws Inconclusive when getsockopt reads back a value set by SIO_KEEPALIVE_VALS, and not one
/// set by setsockopt.
void require_settable(Winsock& winsock, const KeepaliveSwitch& option);

/// Sets the switch before a connect, for PendingConnect.
PendingConnect::Prepare with_switch(std::uint32_t value);

/// Reads the switch for rows that do not demand a value: it is on or off.
OptionResult read_any_switch(const Socket& socket);

/// Reads the switch for rows about reading. When the value is not the one that was set, throws
/// Inconclusive if SIO_KEEPALIVE_VALS shows that setsockopt sets nothing.
OptionResult read_what_was_set(const Socket& socket, const KeepaliveSwitch& option,
                               std::uint32_t expected);

}  // namespace conformance

/// Checks that getsockopt reads the value that setsockopt has set; the row is inconclusive when
/// setsockopt sets nothing. For claims about reading back, in addition to the macros in
/// cases/options.hpp.
#define CHECK_READS(socket, option, expected)                                                \
    CONFORMANCE_CHECK_THAT("CHECK_READS(" #socket ", " #option ", " #expected ")",           \
                           ::conformance::read_what_was_set((socket), (option), (expected)), \
                           ::conformance::Stores(expected))
