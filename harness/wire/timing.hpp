#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "model/segment.hpp"

namespace conformance {

/// The duration of an event whose two ends were observed: between these two, in microseconds.
struct Elapsed {
    std::int64_t least_us = 0;
    std::int64_t most_us = 0;

    bool operator==(const Elapsed&) const = default;
};

/// The time from one segment to another.
Elapsed elapsed(const Segment& from, const Segment& to);

/// A measured time compared with a documented one.
enum class Fit {
    fits,
    too_early,
    too_late,
    /// The machine was too busy to decide: a time a third shorter or longer would fit as well. So
    /// 1500 ms are not confirmed for a stack that knows only whole seconds and took 1 s or 2 s.
    unsure,
};

/// The precision of a run's measurements, in microseconds.
struct Clock {
    /// The tick of the clock.
    std::int64_t resolution_us = 0;
    /// The longest delay of the machine in waking a waiting thread.
    std::int64_t delay_us = 0;
};

/// Throws NotMeasured when a waiting thread was woken more than half a second late. Rows wait half
/// a second longer than necessary, so an expected segment may then not have been seen.
void require_machine_in_time(const Clock& clock);

/// A stack's timer may be late by an eighth of its time, as a timer wheel is, by a tick of the
/// clock and by the machine's delay; it may be early only by that tick. No document names a
/// tolerance: this reading is the project's own.
Fit fit(const Elapsed& measured, std::chrono::milliseconds documented, const Clock& clock);

/// A measured time in half seconds, rounded down, so that the same behaviour has the same text each
/// time: "1.5 s".
std::string rounded_to_half_second(const Elapsed& measured);

/// Throws NotMeasured when the machine was so late that the time may be one of several half
/// seconds: rounded_to_half_second() would then depend on the machine, not on the stack.
void require_known_half_second(const Elapsed& measured, const Clock& clock);

}  // namespace conformance
