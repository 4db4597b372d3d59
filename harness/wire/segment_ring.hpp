#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/tcp_segment.hpp"

namespace conformance {

/// The TCP segments that one thread sees on loopback, in memory that processes share. Memory of
/// zeroes is a ring that has not been opened.
class SegmentRing {
public:
    /// All processes of a machine see the same time.
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    enum class State : std::uint32_t { not_open, open, refused };

    struct Entry {
        /// The segment was on the wire between these times.
        Time not_before;
        Time at;
        TcpSegment segment;
    };

    /// The number of segments that a reader may fall behind.
    static constexpr std::size_t capacity = 65536;

    /// For the thread that writes. `address` are the last three bytes of the IPv4 address at which
    /// segments are seen.
    void open(const std::array<std::uint8_t, 3>& address) noexcept;
    /// No segments can be seen; a long reason is cut.
    void refuse(std::string_view reason) noexcept;
    /// Keeps the header and the first payload bytes, as parse_tcp does.
    void write(const TcpSegment& segment, Time not_before, Time at) noexcept;
    /// At that time, every segment before it had been written.
    void looked(Time time) noexcept;

    State state() const noexcept { return state_.load(); }
    const std::array<std::uint8_t, 3>& address() const noexcept { return address_; }
    std::string refusal() const;
    Time last_look() const noexcept;

    /// Reads the segments that are written after its beginning.
    class Reader {
    public:
        explicit Reader(const SegmentRing& ring) noexcept
            : ring_(ring), position_(ring.count_.load()) {}

        /// The next segment, when one has been written.
        std::optional<Entry> next();
        /// Whether it fell behind: segments are missing.
        bool lost() const noexcept { return lost_; }

    private:
        const SegmentRing& ring_;
        std::uint64_t position_;
        bool lost_ = false;
    };

private:
    struct Slot {
        std::int64_t not_before_us = 0;
        std::int64_t at_us = 0;
        /// Of header and payload, of which `bytes` are the first `kept`.
        std::uint32_t length = 0;
        std::uint16_t identification = 0;
        std::uint16_t kept = 0;
        std::array<std::uint8_t, 76> bytes{};
    };

    std::atomic<State> state_{State::not_open};
    std::array<std::uint8_t, 3> address_{};
    std::array<char, 512> refusal_{};
    std::atomic<std::int64_t> last_look_us_{0};
    /// The number of all segments that have been written.
    std::atomic<std::uint64_t> count_{0};
    std::array<Slot, capacity> slots_{};
};

}  // namespace conformance
