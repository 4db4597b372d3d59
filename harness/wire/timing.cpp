#include "wire/timing.hpp"

#include <algorithm>

#include "model/inconclusive.hpp"
#include "model/text.hpp"

namespace conformance {

namespace {

/// By how much a time may read short because its beginning was seen late, in microseconds.
constexpr std::int64_t seen_late_us = 100'000;

std::int64_t in_us(std::chrono::milliseconds time) {
    return std::chrono::microseconds(time).count();
}

}  // namespace

void given_machine_in_time(const Clock& clock) {
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

std::string rough(const Elapsed& measured) {
    constexpr std::int64_t step_us = 500'000;
    return seconds((measured.most_us + seen_late_us) / step_us * (step_us / 1000));
}

}  // namespace conformance
