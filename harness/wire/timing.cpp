#include "wire/timing.hpp"

#include <algorithm>

#include "model/inconclusive.hpp"
#include "base/text.hpp"

namespace conformance {

namespace {

/// By how much a time may read short because its beginning was seen late, in microseconds.
constexpr std::int64_t seen_late_us = 100'000;

constexpr std::int64_t half_second_us = 500'000;

std::int64_t in_us(std::chrono::milliseconds time) {
    return std::chrono::microseconds(time).count();
}

}  // namespace

void require_machine_in_time(const Clock& clock) {
    constexpr std::int64_t spare_us = 500'000;
    if (clock.delay_us > spare_us) {
        throw NotMeasured(
            "the machine was too busy to watch the wire: a waiting thread was woken up to " +
            seconds(clock.delay_us / 1000) + " late");
    }
}

Elapsed elapsed(const Segment& from, const Segment& to) {
    return {std::max<std::int64_t>(0, to.not_before_us - from.at_us),
            to.at_us - from.not_before_us};
}

namespace {

bool is_too_early(const Elapsed& measured, std::int64_t time_us, const Clock& clock) {
    return measured.most_us < time_us - clock.resolution_us;
}

bool is_too_late(const Elapsed& measured, std::int64_t time_us, const Clock& clock) {
    return measured.least_us > time_us + time_us / 8 + clock.resolution_us + clock.delay_us;
}

bool may_be(const Elapsed& measured, std::int64_t time_us, const Clock& clock) {
    return !is_too_early(measured, time_us, clock) && !is_too_late(measured, time_us, clock);
}

}  // namespace

Fit fit(const Elapsed& measured, std::chrono::milliseconds documented, const Clock& clock) {
    const auto time_us = in_us(documented);
    if (is_too_early(measured, time_us, clock)) {
        return Fit::too_early;
    }
    if (is_too_late(measured, time_us, clock)) {
        return Fit::too_late;
    }
    const auto third_us = time_us / 3;
    return may_be(measured, time_us - third_us, clock) ||
                   may_be(measured, time_us + third_us, clock)
               ? Fit::unsure
               : Fit::fits;
}

std::string rounded_to_half_second(const Elapsed& measured) {
    return seconds((measured.most_us + seen_late_us) / half_second_us * (half_second_us / 1000));
}

void require_known_half_second(const Elapsed& measured, const Clock& clock) {
    // The time to which the stack's timer was set: the machine may have sent either segment late.
    const auto least_us = std::max<std::int64_t>(0, measured.least_us - clock.delay_us);
    const auto most_us = measured.most_us + std::max(seen_late_us, clock.delay_us);
    const auto first = (least_us + half_second_us - 1) / half_second_us;
    const auto last = most_us / half_second_us;
    if (last > first) {
        throw NotMeasured(
            "the machine was too busy to tell " + seconds(first * half_second_us / 1000) +
            " from " + seconds(last * half_second_us / 1000) +
            ": a waiting thread was woken up to " + seconds(clock.delay_us / 1000) + " late");
    }
}

}  // namespace conformance
