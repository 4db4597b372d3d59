#pragma once

#include <initializer_list>
#include <string>

#include "cases/test.hpp"
#include "expect/assertions.hpp"
#include "winsock/option.hpp"

// Which check a row uses follows from what its claim is about:
//   CHECK_THAT(socket.get(option), Stores(...))  getsockopt itself: a wrong reading fails the row.
//   CHECK_OPTION(socket, option, value)          something else, which the option's value shows:
//                                                where getsockopt does not read the option at all,
//                                                the row is inconclusive, and so one broken
//                                                function does not fail every row that uses it.
//   require_option, require_reads                the situation, before the claim: whatever goes
//                                                wrong makes the row inconclusive.

namespace conformance {

/// The matcher of an option's value: its truth, or the DWORD exactly. Another type of value has an
/// overload beside the option.
inline OptionMatcher stores(const Option<Truth>& /*option*/, Truth value) {
    return Stores(value.value);
}
inline OptionMatcher stores(const Option<std::uint32_t>& /*option*/, std::uint32_t value) {
    return StoresExactly(value);
}

/// Two values that getsockopt has to distinguish. Another type of value has an overload, too.
inline std::initializer_list<Truth> distinct_values(const Option<Truth>& /*option*/) {
    static constexpr std::initializer_list<Truth> values{parameters::on, parameters::off};
    return values;
}

/// What hides everything else is a reason by itself, the same in all rows that it hides. Throws
/// Inconclusive where getsockopt succeeded and wrote nothing.
void require_something_written(const OptionResult& reading);

/// Throws Inconclusive where getsockopt does not read what setsockopt has written, on fresh
/// sockets. An option that a second function writes has an overload, an independent read-back.
template <typename AnOption>
void require_readable(Winsock& winsock, const AnOption& option) {
    for (const auto family : available_families(winsock)) {
        const auto socket = make_stream_socket(winsock, family);
        for (const auto& value : distinct_values(option)) {
            if (socket.set(option, value).failed ||
                !stores(option, value).match(socket.get(option))) {
                throw Inconclusive("getsockopt does not read what setsockopt has written to " +
                                   to_text(option) + ", over " + to_text(family));
            }
        }
    }
}

/// Reads an option for CHECK_OPTION. Throws Inconclusive where it does not read `expected` and
/// getsockopt does not read the option at all.
template <typename AnOption>
OptionResult read_option(const Socket& socket, const AnOption& option,
                         const typename AnOption::Value& expected) {
    const auto reading = socket.get(option);
    if (!stores(option, expected).match(reading)) {
        require_something_written(reading);
        require_readable(socket.winsock(), option);
        // A call that fails now and then has read nothing.
        require_success(reading.call);
    }
    return reading;
}

/// Throws Inconclusive unless the option is read so.
template <typename AnOption>
void require_reads(const Socket& socket, const AnOption& option,
                   const typename AnOption::Value& expected) {
    const auto reading = socket.get(option);
    require_something_written(reading);
    if (!stores(option, expected).match(reading)) {
        throw Inconclusive("set-up: " + to_text(option) +
                           " does not read as set: getsockopt answered " + describe(reading));
    }
}

/// Sets an option for a row that is about something else. Throws Inconclusive unless it is read
/// back.
template <typename AnOption>
void require_option(const Socket& socket, const AnOption& option,
                    const typename AnOption::Value& value) {
    require_success(socket.set(option, value));
    require_reads(socket, option, value);
}

}  // namespace conformance

/// The option's value is `value`; where getsockopt does not read the option, the row is
/// inconclusive.
#define CHECK_OPTION(socket, option, value)                                         \
    CONFORMANCE_CHECK_THAT("CHECK_OPTION(" #socket ", " #option ", " #value ")",    \
                           ::conformance::read_option((socket), (option), (value)), \
                           stores((option), (value)))
