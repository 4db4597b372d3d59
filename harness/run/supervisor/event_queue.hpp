#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace conformance {

/// An event for a supervisor.
struct Event {
    enum class Kind { line, ended, interrupted };

    Kind kind = Kind::line;
    /// The worker of the event.
    std::size_t worker = 0;
    std::string line;
    std::uint32_t exit_code = 0;
};

/// A queue of events, filled by several threads and read by one.
class EventQueue {
public:
    using Clock = std::chrono::steady_clock;

    void push(Event event) {
        {
            const std::lock_guard lock(mutex_);
            events_.push_back(std::move(event));
        }
        arrived_.notify_one();
    }

    /// The next event, or nothing when none comes before `deadline`.
    std::optional<Event> pop(Clock::time_point deadline) {
        std::unique_lock lock(mutex_);
        arrived_.wait_until(lock, deadline, [this] { return !events_.empty(); });
        return first();
    }

    /// The next event, when one is there.
    std::optional<Event> pop() {
        const std::lock_guard lock(mutex_);
        return first();
    }

private:
    std::optional<Event> first() {
        if (events_.empty()) {
            return std::nullopt;
        }
        auto event = std::move(events_.front());
        events_.pop_front();
        return event;
    }

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Event> events_;
};

}  // namespace conformance
