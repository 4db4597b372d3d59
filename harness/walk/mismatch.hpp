#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "walk/model.hpp"

namespace conformance {

/// The first difference between a walk and the model.
struct Mismatch {
    enum class Kind {
        /// A setting has another value.
        value,
        /// A setting cannot be read.
        unreadable,
        /// A call was refused that should succeed, or succeeded that should be refused.
        call,
    };

    Kind kind = Kind::value;
    /// The index of the step after which the difference was seen, among all steps of the walk.
    std::size_t step = 0;
    std::string_view requirement;
    std::size_t socket = 0;
    Setting setting = Setting::keepalive;
    Remembered expected;
    std::uint32_t actual = 0;
    /// The step that caused it: that one, or one that ran at the same time.
    Step call;
    /// The answer of the call, when the difference is about a call.
    std::string answer;

    /// Whether both are the same difference: shrinking must not move to another one.
    bool is_like(const Mismatch& other) const {
        return kind == other.kind && requirement == other.requirement && setting == other.setting;
    }
};

/// "after bind #1, the time of #1 is 7200 s; it was set to 5 s (TCP_KEEPIDLE) two calls earlier".
std::string to_text(const Mismatch& mismatch);

}  // namespace conformance
