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

/// Observes connections over loopback: each segment with its time.
class WireTap {
public:
    using Predicate = std::function<bool(const std::vector<Segment>&)>;

    /// Throws Inconclusive, with the reason, when segments cannot be observed.
    explicit WireTap(Family family);
    WireTap(const WireTap&) = delete;
    WireTap& operator=(const WireTap&) = delete;
    ~WireTap();

    /// Waits for the handshake of that connection. When it is not seen in time, throws NotMeasured
    /// if the machine was late, and Inconclusive otherwise.
    void require_handshake(std::uint32_t connection) const;

    /// The address, with port 0, to which both ends of an observed connection have to be bound.
    Address local() const { return source_->local(); }

    /// Observes the connection between these ports from now on, which has to be before its
    /// handshake. Returns its number, counted from 1.
    std::uint32_t watch(std::uint16_t client_port, std::uint16_t server_port);

    /// All observed segments.
    std::vector<Segment> segments() const;

    /// Waits up to `timeout` ms until `predicate` holds for the observed segments, and returns
    /// whether it does.
    bool wait_until(const Predicate& predicate, std::chrono::milliseconds timeout) const;

    /// The longest delay in waking a thread, in microseconds: of one sleeping thread on each
    /// processor, and of the thread that reads segments. Under Wine the latter also waits for
    /// wineserver, which the others would not notice.
    std::int64_t delay_us() const;

    /// Microseconds since the tap started, which is the clock of the segments.
    std::int64_t now_us() const;

private:
    void watch_source(const std::stop_token& stop);
    /// The next segment within that time; the delay is the time beyond it.
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
    /// Declared last, so that the threads end before the members that they use.
    std::vector<std::jthread> delay_meters_;
    std::jthread watcher_;
};

/// Connects two sockets of the system's Winsock and waits for the handshake. Throws Inconclusive,
/// with the reason, when it is not seen.
void require_visible_segments(Family family);

}  // namespace conformance
