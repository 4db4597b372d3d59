#pragma once

#include <string>

#include <catch2/catch_tostring.hpp>
#include <catch2/matchers/catch_matchers_templated.hpp>

#include "winsock/call_result.hpp"

namespace conformance {

/// An outcome as a stable text, which is the same each time the stack does the same: for Recorded.
struct Seen {
    std::string words;
    /// Whether a documented function can have this outcome.
    bool is_possible = true;
};

/// "accepted", or "refused: SOCKET_ERROR/WSAEINVAL (10022)"; impossible when the call returned
/// neither 0 nor SOCKET_ERROR with a code.
Seen acceptance(const CallResult& result);
/// The same for getsockopt; "accepted" includes the stored value.
Seen acceptance(const OptionResult& result);

/// A documented function can have the outcome.
class AnyOutcome : public Catch::Matchers::MatcherGenericBase {
public:
    bool match(const Seen& seen) const { return seen.is_possible; }
    std::string describe() const override;
};

}  // namespace conformance

template <>
struct Catch::StringMaker<conformance::Seen> {
    static std::string convert(const conformance::Seen& seen) { return seen.words; }
};
