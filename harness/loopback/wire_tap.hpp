#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "loopback/segment_source.hpp"
#include "model/segment.hpp"
#include "wire/conversation.hpp"

namespace conformance {

/// Watches connections over loopback: each segment, with the times between which it came.
class WireTap {
public:
    using Predicate = std::function<bool(const std::vector<Segment>&)>;

    /// Throws Inconclusive, with the reason, where segments cannot be seen.
    explicit WireTap(Family family);
    WireTap(const WireTap&) = delete;
    WireTap& operator=(const WireTap&) = delete;
    ~WireTap();

    /// Waits for both ends' handshake of that connection. When they are not seen in time, nothing
    /// else would be: throws NotMeasured where the machine was late, else Inconclusive.
    void require_handshake(std::uint32_t connection) const;

    /// The address, with port 0, to which both ends of a watched connection have to be bound.
    Address local() const { return source_->local(); }

    /// Watches the connection between these ports from now on, which has to be before its
    /// handshake. The result is its number, counted from 1.
    std::uint32_t watch(std::uint16_t client_port, std::uint16_t server_port);

    /// Everything that was seen of the watched connections.
    std::vector<Segment> segments() const;

    /// Waits until `predicate` is true of what was seen, at most that long, in milliseconds, and
    /// says whether it is.
    bool wait_until(const Predicate& predicate, std::chrono::milliseconds timeout) const;

    /// The longest delay in waking a thread, in microseconds: one on each processor that slept,
    /// and the one that asks for segments. Under Wine the latter waits for wineserver as well,
    /// which the others would not notice.
    std::int64_t delay_us() const;

    /// Microseconds since the tap began to watch: the clock of the segments.
    std::int64_t now_us() const;

private:
    void watch_source(const std::stop_token& stop);
    /// The next segment, waited for that long; the delay is what it took longer.
    std::optional<TcpSegment> look(std::chrono::milliseconds timeout);
    void measure_delay(const std::stop_token& stop, std::uintptr_t processor);
    void late_by(std::int64_t delay_us);

    Family family_;
    std::unique_ptr<SegmentSource> source_;
    std::chrono::steady_clock::time_point begun_;
    mutable std::mutex mutex_;
    mutable std::condition_variable seen_;
    std::vector<Conversation> conversations_;
    std::vector<Segment> segments_;
    std::int64_t delay_us_ = 0;
    /// Last, so that they end before what they use.
    std::vector<std::jthread> delay_meters_;
    std::jthread watcher_;
};

/// Makes a connection of the system's Winsock, and sees its handshake. Throws Inconclusive, with
/// the reason, where that is not seen.
void require_visible_segments(Family family);

}  // namespace conformance
