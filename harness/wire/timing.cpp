#include "wire/timing.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace conformance {

namespace {

/// By how much a time may read short because its beginning was seen late, in microseconds.
constexpr std::int64_t seen_late_us = 100'000;

std::int64_t in_us(std::chrono::milliseconds time) {
    return std::chrono::microseconds(time).count();
}

}  // namespace

Elapsed elapsed(const Segment& from, const Segment& to) {
    return {std::max<std::int64_t>(0, to.not_before_us - from.at_us),
            to.at_us - from.not_before_us};
}

Fit fit(const Elapsed& measured, std::chrono::milliseconds documented, const Clock& clock) {
    const auto time_us = in_us(documented);
    if (measured.most_us < time_us - clock.resolution_us) {
        return Fit::too_early;
    }
    if (measured.least_us > time_us + time_us / 8 + clock.resolution_us + clock.delay_us) {
        return Fit::too_late;
    }
    const auto unknown_us = measured.most_us - measured.least_us + clock.delay_us;
    return unknown_us > time_us / 5 ? Fit::unsure : Fit::fits;
}

std::string rough(const Elapsed& measured) {
    constexpr std::int64_t step_us = 500'000;
    return seconds((measured.most_us + seen_late_us) / step_us * (step_us / 1000));
}

}  // namespace conformance
