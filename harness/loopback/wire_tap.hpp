#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "model/segment.hpp"
#include "winsock/address.hpp"
#include "wire/conversation.hpp"
#include "wire/wire_memory.hpp"

namespace conformance {

/// Observes connections over loopback: each segment with its time. A WireWatcher, here or in
/// another process, writes what the tap reads. One thread uses a tap.
class WireTap {
public:
    using Predicate = std::function<bool(const std::vector<Segment>&)>;

    /// Waits for the beginning of the watcher. Throws Inconclusive, with the reason, when segments
    /// cannot be observed.
    WireTap(Family family, const WireMemory& memory);

    /// Waits for the handshake of that connection. When it is not seen in time, throws NotMeasured
    /// if the machine was late, and Inconclusive otherwise.
    void require_handshake(std::uint32_t connection) const;

    /// The address, with port 0, to which both ends of an observed connection have to be bound.
    Address local() const;

    /// Observes the connection between these ports from now on, which has to be before its
    /// handshake. Returns its number, counted from 1.
    std::uint32_t watch(std::uint16_t client_port, std::uint16_t server_port);

    /// All observed segments.
    const std::vector<Segment>& segments() const;

    /// Waits up to `timeout` ms until `predicate` holds for the observed segments, and returns
    /// whether it does.
    bool wait_until(const Predicate& predicate, std::chrono::milliseconds timeout) const;

    /// The longest delay of the machine since the tap started, in microseconds, or of this thread
    /// in wait_until(); that of a watcher which is behind counts as well. All the time since then
    /// when segments were lost.
    std::int64_t delay_us() const;

    /// Microseconds since the tap started, which is the clock of the segments.
    std::int64_t now_us() const;

private:
    void read() const;
    std::int64_t us_at(SegmentRing::Time time) const;

    Family family_;
    const SegmentRing& ring_;
    const Delays& delays_;
    SegmentRing::Time begun_;
    /// What has been read so far.
    mutable SegmentRing::Reader reader_;
    mutable std::vector<Conversation> conversations_;
    mutable std::vector<Segment> segments_;
    mutable std::int64_t delay_us_ = 0;
    mutable Delays::Clock::time_point delays_read_;
};

/// Connects two sockets of the system's Winsock and waits for the handshake. Throws Inconclusive,
/// with the reason, when it is not seen.
void require_visible_segments(Family family, WireMemory& memory);

}  // namespace conformance
