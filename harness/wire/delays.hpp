#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace conformance {

/// How late the machine wakes threads: the longest delay in each tenth of a second of the last
/// hundred seconds or so. It is for memory that processes share: several threads write and read it,
/// and memory of zeroes has no delays.
class Delays {
public:
    /// All processes of a machine see the same time.
    using Clock = std::chrono::steady_clock;

    /// A thread was woken at `now`, that late; more than 16 s are kept as 16 s.
    void add(Clock::time_point now, std::chrono::microseconds delay) noexcept;
    /// The longest delay that was added with a time from `begin` to `now`, in microseconds; up to
    /// a tenth of a second before `begin` counts as well.
    std::int64_t longest_us(Clock::time_point begin, Clock::time_point now) const noexcept;

private:
    static constexpr std::size_t slot_count = 1024;

    /// The tenth of a second in the upper bits, the delay in the lower ones: the greater of two
    /// entries is the later one or, of the same time, the longer one.
    std::array<std::atomic<std::uint64_t>, slot_count> slots_{};
};

}  // namespace conformance
