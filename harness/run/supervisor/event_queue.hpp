#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "record/windows_headers.hpp"
#include "worker_protocol/handle.hpp"

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

/// A queue of events, read by one thread. It is a completion port, so that this thread reads from
/// all child processes: with a thread for each, the system would have to copy the stacks of all of
/// them whenever another process is started (Wine, which forks).
class EventQueue {
public:
    using Clock = std::chrono::steady_clock;

    /// An object with overlapped operations.
    class Source {
    public:
        virtual ~Source() = default;
        /// An operation of the source has ended, with that number of bytes and that error of
        /// GetLastError or 0. `operation` is null for what signal() has sent.
        virtual void completed(const OVERLAPPED* operation, DWORD bytes, DWORD error) = 0;
    };

    /// Registers a source under a key. What completes after its end is dropped.
    class Attachment {
    public:
        Attachment(EventQueue& events, Source& source) : events_(events), key_(events.next_key_++) {
            events_.sources_.emplace(key_, &source);
        }
        Attachment(const Attachment&) = delete;
        Attachment& operator=(const Attachment&) = delete;
        ~Attachment() { events_.sources_.erase(key_); }

        ULONG_PTR key() const noexcept { return key_; }

    private:
        EventQueue& events_;
        ULONG_PTR key_;
    };

    /// Throws std::system_error.
    EventQueue();

    /// Overlapped operations on that handle complete here. Throws std::system_error.
    void add_handle(HANDLE overlapped, ULONG_PTR key);
    /// Any thread may call these.
    void signal(ULONG_PTR key) noexcept;
    void interrupt() noexcept { signal(interruption); }

    void push(Event event) { events_.push_back(std::move(event)); }
    /// The next event, or nothing when none comes before `deadline`.
    std::optional<Event> pop(Clock::time_point deadline);
    /// The next event, when one is there.
    std::optional<Event> pop() { return pop(Clock::time_point::min()); }

private:
    static constexpr ULONG_PTR interruption = 0;

    /// Waits for a completed operation. Returns whether one came before `deadline`.
    bool complete_one(Clock::time_point deadline);

    UniqueHandle port_;
    std::map<ULONG_PTR, Source*> sources_;
    ULONG_PTR next_key_ = 1;
    std::deque<Event> events_;
};

}  // namespace conformance
