#include "expect/wire_matchers.hpp"

#include "expect/expectation.hpp"
#include "model/inconclusive.hpp"
#include "base/text.hpp"

namespace conformance {

namespace {

std::string probes_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " probe" : " probes");
}

}  // namespace

bool TakesAbout::match(const WireTime& measured) const {
    if (!measured.elapsed) {
        require_machine_in_time(measured.clock);
        return false;
    }
    switch (fit(*measured.elapsed, documented_, measured.clock)) {
        case Fit::fits: return true;
        case Fit::too_early:
        case Fit::too_late:
            require_known_half_second(*measured.elapsed, measured.clock);
            return false;
        case Fit::unsure: break;
    }
    throw NotMeasured("the machine was too busy to measure " + seconds(documented_.count()) +
                      ": what took " + seconds(measured.elapsed->most_us / 1000) +
                      " at most may have taken " + seconds(measured.elapsed->least_us / 1000) +
                      ", and a waiting thread was woken up to " +
                      seconds(measured.clock.delay_us / 1000) + " late");
}

std::string TakesAbout::describe() const {
    return std::string(expectation_mark) + seconds(documented_.count());
}

bool Counts::match(const ProbeCount& probes) const {
    const bool fits = least_ <= probes.count && probes.count <= most_;
    if (!fits) {
        require_machine_in_time(probes.clock);
    }
    return fits;
}

std::string Counts::describe() const {
    const auto range = least_ == most_ ? probes_text(least_)
                                       : std::to_string(least_) + " to " + probes_text(most_);
    return std::string(expectation_mark) + range;
}

}  // namespace conformance

std::string Catch::StringMaker<conformance::ProbeCount>::convert(
    const conformance::ProbeCount& probes) {
    return conformance::probes_text(probes.count);
}
