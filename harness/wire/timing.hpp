#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "model/segment.hpp"

namespace conformance {

/// How long something took that was seen at both ends: between these two, in microseconds.
struct Elapsed {
    std::int64_t least_us = 0;
    std::int64_t most_us = 0;

    bool operator==(const Elapsed&) const = default;
};

/// The time from one segment to another.
Elapsed elapsed(const Segment& from, const Segment& to);

/// How a measured time stands to a documented one.
enum class Fit {
    fits,
    too_early,
    too_late,
    /// The machine was too busy to tell: a time that is a third shorter or longer would fit as
    /// well. So no 1500 ms are seen where a stack that knows only whole seconds took 1 s or 2 s.
    unsure,
};

/// How well a run could measure, in microseconds.
struct Clock {
    /// Its tick.
    std::int64_t resolution_us = 0;
    /// By how much the machine woke a waiting thread too late, at most.
    std::int64_t delay_us = 0;
};

/// Throws NotMeasured where a waiting thread was woken more than half a second late, which is how
/// much longer than necessary rows wait: something expected may then not have been seen.
void require_machine_in_time(const Clock& clock);

/// A stack's timer may be late by an eighth of its time, as a timer wheel is, by a tick of the
/// clock and by what the machine was late itself; it may not be early but by that tick. No document
/// names a tolerance: this reading is ours.
Fit fit(const Elapsed& measured, std::chrono::milliseconds documented, const Clock& clock);

/// A measured time in half seconds, rounded down, so that the same behaviour reads the same each
/// time: "1.5 s".
std::string rounded_to_half_second(const Elapsed& measured);

/// Throws NotMeasured where the machine was so late that the time may be one of several half
/// seconds: rounded_to_half_second() would then give the machine's answer, not the stack's.
void require_known_half_second(const Elapsed& measured, const Clock& clock);

}  // namespace conformance
