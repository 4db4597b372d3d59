#pragma once

#include <cstdint>
#include <string>

#include "record/constant_names.hpp"

namespace conformance {

/// The value of a Boolean option: any DWORD but 0 enables it ("setsockopt", Remarks).
struct Truth {
    std::uint32_t value = 0;

    Truth() = default;
    constexpr Truth(std::uint32_t dword) noexcept : value(dword) {}
};

/// A socket option: its level and name as setsockopt takes them, and the type of its value in
/// memory.
template <typename T = std::uint32_t>
struct Option {
    using Value = T;

    int level = 0;
    int name = 0;
};

/// "SO_KEEPALIVE".
template <typename T>
std::string to_text(const Option<T>& option) {
    return option_name(option.level, option.name);
}

namespace parameters {

/// The two values of a Boolean option.
inline constexpr std::uint32_t off = 0;
inline constexpr std::uint32_t on = 1;

}  // namespace parameters

}  // namespace conformance
