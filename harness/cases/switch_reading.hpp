#pragma once

#include <cstdint>

#include "cases/test.hpp"
#include "expect/assertions.hpp"

namespace conformance {

/// The switch of keep-alive, read as an instrument: for rows that are about something else. When it
/// is not the expected one, it is seen first whether getsockopt reads at all what is written, on
/// sockets of its own; if not, Inconclusive is thrown, so that one broken function does not fail
/// every row that looks through it.
OptionResult read_switch(const Socket& socket, std::uint32_t expected);

/// The switch likewise, where nothing is said of what it is: it is on or off.
OptionResult read_any_switch(const Socket& socket);

/// Turns the switch by setsockopt for a row that is about something else. Throws Inconclusive when
/// it is not read back.
void given_keepalive(const Socket& socket, std::uint32_t to);

/// Throws Inconclusive unless it is read so: something else has changed it.
void given_read(const Socket& socket, std::uint32_t expected);

/// Throws Inconclusive where getsockopt reads what neither setsockopt nor SIO_KEEPALIVE_VALS has
/// written.
void given_switch_readable(Winsock& winsock);
/// Throws Inconclusive where it reads what SIO_KEEPALIVE_VALS has written, and not what setsockopt
/// has.
void given_switch_settable(Winsock& winsock);

/// The same for rows that are about reading: when what setsockopt has set is not what is read,
/// Inconclusive is thrown if it is setsockopt that sets nothing, which SIO_KEEPALIVE_VALS shows.
OptionResult read_what_was_set(const Socket& socket, std::uint32_t expected);

}  // namespace conformance

/// What was set is what is read; where nothing was set, the row is inconclusive.
#define CHECK_READS(socket, expected)                                              \
    CONFORMANCE_CHECK_THAT("CHECK_READS(" #socket ", " #expected ")",              \
                           ::conformance::read_what_was_set((socket), (expected)), \
                           ::conformance::Stores(expected))

/// The switch of the socket is `expected`; where it cannot be read, the row is inconclusive.
#define CHECK_SWITCH(socket, expected)                                       \
    CONFORMANCE_CHECK_THAT("CHECK_SWITCH(" #socket ", " #expected ")",       \
                           ::conformance::read_switch((socket), (expected)), \
                           ::conformance::Stores(expected))
