#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include <catch2/catch_tostring.hpp>
#include <catch2/matchers/catch_matchers_templated.hpp>

#include "wire/timing.hpp"

namespace conformance {

/// How long an event on the wire took, and how precisely that was measured; or that it did not
/// happen.
struct WireTime {
    std::optional<Elapsed> elapsed;
    /// The description of a missing event: "no probe within 2.5 s".
    std::string otherwise;
    Clock clock;
};

/// A number of probes, and how well the machine could observe them.
struct ProbeCount {
    std::size_t count = 0;
    Clock clock;
};

/// The event took that time, as fit() compares it. Throws NotMeasured when the machine was too busy
/// to decide.
class TakesAbout : public Catch::Matchers::MatcherGenericBase {
public:
    explicit TakesAbout(std::chrono::milliseconds documented) : documented_(documented) {}

    bool match(const WireTime& measured) const;
    std::string describe() const override;

private:
    std::chrono::milliseconds documented_;
};

/// The number is between `least` and `most`. Throws NotMeasured when it is not, and the machine's
/// delays may be the reason.
class Counts : public Catch::Matchers::MatcherGenericBase {
public:
    explicit Counts(std::size_t exactly) : Counts(exactly, exactly) {}
    Counts(std::size_t least, std::size_t most) : least_(least), most_(most) {}

    bool match(const ProbeCount& probes) const;
    std::string describe() const override;

private:
    std::size_t least_;
    std::size_t most_;
};

}  // namespace conformance

template <>
struct Catch::StringMaker<conformance::WireTime> {
    static std::string convert(const conformance::WireTime& time) {
        return time.elapsed ? conformance::rounded_to_half_second(*time.elapsed) : time.otherwise;
    }
};

template <>
struct Catch::StringMaker<conformance::ProbeCount> {
    static std::string convert(const conformance::ProbeCount& probes);
};
