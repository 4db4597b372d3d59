#pragma once

#include <string>

#include <catch2/catch_tostring.hpp>
#include <catch2/matchers/catch_matchers_templated.hpp>

#include "winsock/call_result.hpp"

namespace conformance {

/// What a row saw, in words that are the same each time the stack does the same: for Recorded.
struct Seen {
    std::string words;
    /// Whether a documented function can do so.
    bool is_possible = true;
};

/// "accepted", or "refused: SOCKET_ERROR/WSAEINVAL (10022)"; impossible where the call returned
/// neither 0 nor SOCKET_ERROR with a code.
Seen acceptance(const CallResult& result);
/// The same for a getsockopt; accepted, with what it stored.
Seen acceptance(const OptionResult& result);

/// The outcome is one that a documented function can have.
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
