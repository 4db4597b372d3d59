#include "wire/longest_delay.hpp"

#include <algorithm>

namespace conformance {

void LongestDelay::add(Time end, std::int64_t delay_us) {
    while (!delays_.empty() && delays_.back().us <= delay_us) {
        delays_.pop_back();
    }
    delays_.push_back({end, delay_us});
}

std::int64_t LongestDelay::since(Time begin) const {
    const auto longest = std::ranges::lower_bound(delays_, begin, {}, &Delay::end);
    return longest == delays_.end() ? 0 : longest->us;
}

}  // namespace conformance
