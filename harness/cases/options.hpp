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

/// The matcher of an option's value: the truth of a Truth, or the exact DWORD. Another type of
/// value declares an overload beside its option.
inline OptionMatcher stores(const Option<Truth>& /*option*/, Truth value) {
    return Stores(value.value);
}
inline OptionMatcher stores(const Option<std::uint32_t>& /*option*/, std::uint32_t value) {
    return StoresExactly(value);
}

/// Two values that getsockopt has to distinguish. Another type of value declares an overload.
inline std::initializer_list<Truth> distinct_values(const Option<Truth>& /*option*/) {
    static constexpr std::initializer_list<Truth> values{parameters::on, parameters::off};
    return values;
}

/// A fault that hides every other one is reported by the same reason in all rows. Throws
/// Inconclusive when getsockopt succeeded and wrote nothing.
void require_something_written(const OptionResult& reading);

/// Throws Inconclusive unless getsockopt reads the value that setsockopt has written, on new
/// sockets. An option that a second function can write has an overload that uses it as an
/// independent read-back.
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

/// Reads an option for CHECK_OPTION. Throws Inconclusive when the value is not `expected` and
/// getsockopt cannot read the option at all.
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

/// Throws Inconclusive unless getsockopt reads `expected`.
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

/// Sets an option for a row about something else. Throws Inconclusive unless the value is read
/// back.
template <typename AnOption>
void require_option(const Socket& socket, const AnOption& option,
                    const typename AnOption::Value& value) {
    require_success(socket.set(option, value));
    require_reads(socket, option, value);
}

}  // namespace conformance

/// Checks that the option's value is `value`; the row is inconclusive when getsockopt cannot read
/// the option.
#define CHECK_OPTION(socket, option, value)                                         \
    CONFORMANCE_CHECK_THAT("CHECK_OPTION(" #socket ", " #option ", " #value ")",    \
                           ::conformance::read_option((socket), (option), (value)), \
                           stores((option), (value)))
