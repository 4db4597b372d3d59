#pragma once

#include <cstdint>

#include "keepalive/keepalive_vals.hpp"

namespace conformance {

/// Throws Inconclusive where getsockopt reads what neither setsockopt nor SIO_KEEPALIVE_VALS has
/// written: two functions write the switch, and that one of them is read back shows that reading
/// works, whichever of the three is broken.
void require_readable(Winsock& winsock, const KeepaliveSwitch& option);

/// Throws Inconclusive where getsockopt reads what SIO_KEEPALIVE_VALS has written, and not what
/// setsockopt has.
void require_settable(Winsock& winsock, const KeepaliveSwitch& option);

/// What PendingConnect calls to have the switch there before a connect.
PendingConnect::Prepare with_switch(std::uint32_t value);

/// The switch for rows that demand nothing of its value: it is on or off.
OptionResult read_any_switch(const Socket& socket);

/// The switch for rows about reading: when what setsockopt has set is not what is read,
/// Inconclusive is thrown if it is setsockopt that sets nothing, which SIO_KEEPALIVE_VALS shows.
OptionResult read_what_was_set(const Socket& socket, const KeepaliveSwitch& option,
                               std::uint32_t expected);

}  // namespace conformance

/// getsockopt reads what setsockopt has set; where setsockopt sets nothing, the row is
/// inconclusive. Beside the rules in cases/options.hpp: for claims about reading back.
#define CHECK_READS(socket, option, expected)                                                \
    CONFORMANCE_CHECK_THAT("CHECK_READS(" #socket ", " #option ", " #expected ")",           \
                           ::conformance::read_what_was_set((socket), (option), (expected)), \
                           ::conformance::Stores(expected))
