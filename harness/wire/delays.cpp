#include "wire/delays.hpp"

#include <algorithm>

namespace conformance {

namespace {

constexpr unsigned delay_bits = 24;
constexpr std::uint64_t longest_kept_us = (1U << delay_bits) - 1;

std::uint64_t tenth_of(Delays::Clock::time_point time) {
    using Tenths = std::chrono::duration<std::uint64_t, std::deci>;
    return std::chrono::duration_cast<Tenths>(time.time_since_epoch()).count();
}

}  // namespace

// A lock would be in one process only.
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

void Delays::add(Clock::time_point now, std::chrono::microseconds delay) noexcept {
    const auto tenth = tenth_of(now);
    const auto us = std::clamp<std::int64_t>(delay.count(), 0, longest_kept_us);
    const auto entry = tenth << delay_bits | static_cast<std::uint64_t>(us);
    auto& slot = slots_[tenth % slot_count];
    auto kept = slot.load();
    while (kept < entry && !slot.compare_exchange_weak(kept, entry)) {
    }
}

std::int64_t Delays::longest_us(Clock::time_point begin, Clock::time_point now) const noexcept {
    const auto last = tenth_of(now);
    auto tenth = tenth_of(begin);
    if (last >= slot_count) {
        tenth = std::max(tenth, last - slot_count + 1);
    }
    std::uint64_t longest = 0;
    for (; tenth <= last; ++tenth) {
        const auto entry = slots_[tenth % slot_count].load();
        if (entry >> delay_bits == tenth) {
            longest = std::max(longest, entry & longest_kept_us);
        }
    }
    return static_cast<std::int64_t>(longest);
}

}  // namespace conformance
