#include "supervisor/event_queue.hpp"

#include <algorithm>

namespace conformance {

namespace {

UniqueHandle new_port() {
    const auto port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, nullptr, 0, 1);
    if (port == nullptr) {
        throw_last_error("CreateIoCompletionPort");
    }
    return UniqueHandle(port);
}

DWORD milliseconds_until(EventQueue::Clock::time_point time) {
    const auto now = EventQueue::Clock::now();
    if (time <= now) {
        return 0;
    }
    constexpr std::int64_t at_most = INFINITE - 1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - now).count();
    return static_cast<DWORD>(std::min<std::int64_t>(left, at_most));
}

}  // namespace

EventQueue::EventQueue() : port_(new_port()) {}

void EventQueue::add_handle(HANDLE overlapped, ULONG_PTR key) {
    if (CreateIoCompletionPort(overlapped, port_.get(), key, 0) == nullptr) {
        throw_last_error("CreateIoCompletionPort");
    }
}

void EventQueue::signal(ULONG_PTR key) noexcept {
    PostQueuedCompletionStatus(port_.get(), 0, key, nullptr);
}

std::optional<Event> EventQueue::pop(Clock::time_point deadline) {
    while (events_.empty()) {
        if (!complete_one(deadline)) {
            return std::nullopt;
        }
    }
    auto event = std::move(events_.front());
    events_.pop_front();
    return event;
}

bool EventQueue::complete_one(Clock::time_point deadline) {
    DWORD bytes = 0;
    ULONG_PTR key = 0;
    OVERLAPPED* operation = nullptr;
    const BOOL done = GetQueuedCompletionStatus(port_.get(), &bytes, &key, &operation,
                                                milliseconds_until(deadline));
    const DWORD error = done ? 0 : GetLastError();
    if (!done && operation == nullptr) {
        return false;
    }
    if (key == interruption) {
        push({Event::Kind::interrupted, 0, {}, 0});
    } else if (const auto source = sources_.find(key); source != sources_.end()) {
        source->second->completed(operation, bytes, error);
    }
    return true;
}

}  // namespace conformance
