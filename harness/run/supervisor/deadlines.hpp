#pragma once

#include <chrono>
#include <cstdint>

namespace conformance {

/// How long a worker may take to load the provider and begin its first row.
inline constexpr std::chrono::milliseconds start_deadline{30000};
/// How long a row may take, in addition to the waiting time of its case.
inline constexpr std::chrono::milliseconds row_deadline{10000};
/// How long a worker may take to end after its last row.
inline constexpr std::chrono::milliseconds end_deadline{10000};

inline std::chrono::milliseconds scaled(std::chrono::milliseconds time, double multiplier) {
    return std::chrono::milliseconds(
        static_cast<std::int64_t>(static_cast<double>(time.count()) * multiplier));
}

}  // namespace conformance
