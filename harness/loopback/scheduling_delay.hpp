#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

#include "wire/longest_delay.hpp"

namespace conformance {

/// Measures how late sleeping threads wake up: one on each processor.
class SchedulingDelay {
public:
    /// The measurement of this process, from its first use on. One for each row would spend more on
    /// threads than on measuring.
    static SchedulingDelay& of_process();

    SchedulingDelay(const SchedulingDelay&) = delete;
    SchedulingDelay& operator=(const SchedulingDelay&) = delete;
    ~SchedulingDelay();

    /// The longest delay since `begin`, in microseconds.
    std::int64_t since_us(std::chrono::steady_clock::time_point begin) const;

private:
    SchedulingDelay();
    void measure(const std::stop_token& stop, std::uintptr_t processor);

    mutable std::mutex mutex_;
    LongestDelay delays_;
    /// Declared last, so that the threads end before the members that they use.
    std::vector<std::jthread> threads_;
};

}  // namespace conformance
