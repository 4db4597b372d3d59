#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace conformance {

/// Delays in the order of their end, of which the longest since any time can be read.
class LongestDelay {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// A delay, in microseconds, that ended at `end`: no earlier than those before it.
    void add(Time end, std::int64_t delay_us);
    /// The longest delay that ended at `begin` or later, in microseconds; 0 when there is none.
    std::int64_t since(Time begin) const;

private:
    struct Delay {
        Time end;
        std::int64_t us;
    };
    /// Each is longer than all after it: the others are never the longest.
    std::deque<Delay> delays_;
};

}  // namespace conformance
