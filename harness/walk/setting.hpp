#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace conformance {

/// The keep-alive settings of a connection.
enum class Setting { keepalive, time, interval, count };

inline constexpr std::array all_settings{Setting::keepalive, Setting::time, Setting::interval,
                                         Setting::count};

/// One value for each setting: 0 or 1, seconds, seconds, a number of probes.
template <typename T>
class PerSetting {
public:
    T& operator[](Setting setting) { return values_[static_cast<std::size_t>(setting)]; }
    const T& operator[](Setting setting) const {
        return values_[static_cast<std::size_t>(setting)];
    }

    bool operator==(const PerSetting&) const = default;

private:
    std::array<T, all_settings.size()> values_{};
};

/// The settings of a new socket; nothing for an unknown one.
using Defaults = PerSetting<std::optional<std::uint32_t>>;

/// "keep-alive", "the time", "the interval", "the probe count".
std::string to_text(Setting setting);
/// The value as text: "on", "5 s", "10".
std::string to_text(Setting setting, std::uint32_t value);

}  // namespace conformance
