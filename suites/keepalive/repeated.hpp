#pragma once

#include <cstddef>
#include <cstdint>

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

/// How often, and in how many threads, the cases of repetition turn the switch.
inline constexpr int repetitions = 60;
inline constexpr std::size_t many_threads = 4;
inline constexpr int repetitions_in_a_thread = 20;

/// On and off by turns, for many sockets: on for the first.
constexpr std::uint32_t by_turns(std::size_t i) {
    return i % 2 == 0 ? parameters::on : parameters::off;
}

/// The first wrong turn of many, or the last turn.
struct SwitchTurn {
    std::uint32_t value = parameters::off;
    /// The answer of the function that turned the switch.
    CallResult turned;
    OptionResult reading;
};

/// Turns the switch on and off `count` times with `turn`, which gets the socket and the value, and
/// reads it each time.
template <typename Turn>
SwitchTurn turn_and_read(const Socket& socket, int count, Turn turn) {
    SwitchTurn last;
    for (int i = 0; i < count; ++i) {
        last.value = opposite(last.value);
        last.turned = turn(socket, last.value);
        last.reading = last.turned.failed ? OptionResult{} : socket.get(so_keepalive);
        if (!Succeeds().match(last.turned) || !Stores(last.value).match(last.reading)) {
            break;
        }
    }
    return last;
}

/// Checks that the turn succeeded and that its value is read; the row is inconclusive when
/// getsockopt cannot read the switch.
void check_turn(const Test& test, const SwitchTurn& turn);

}  // namespace conformance
