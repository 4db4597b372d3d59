#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "walk/model.hpp"

namespace conformance {

/// Where a walk left what the model says.
struct Mismatch {
    enum class Kind {
        /// A setting is not as it should be.
        value,
        /// It cannot be read.
        unreadable,
        /// A call that should succeed was refused, or the other way round.
        call,
    };

    Kind kind = Kind::value;
    /// The step after which it was seen, as its index among all that were to be played.
    std::size_t step = 0;
    std::string_view requirement;
    std::size_t socket = 0;
    Setting setting = Setting::keepalive;
    Remembered expected;
    std::uint32_t actual = 0;
    /// The step that is to blame: that one, or one that ran at the same time.
    Step call;
    /// What the call answered, where it is about a call.
    std::string answer;

    /// Whether both are about the same thing: shrinking may not wander to another.
    bool is_like(const Mismatch& other) const {
        return kind == other.kind && requirement == other.requirement && setting == other.setting;
    }
};

/// "after bind #1, the time of #1 is 7200 s; it was set to 5 s (TCP_KEEPIDLE) two calls earlier".
std::string to_text(const Mismatch& mismatch);

}  // namespace conformance
