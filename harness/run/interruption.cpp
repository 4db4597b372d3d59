#include "run/interruption.hpp"

#include <mutex>

#include "winsock/windows_headers.hpp"

namespace conformance {

namespace {

// The handler gets no context of its own, so the queue has to be reachable from here.
std::mutex guard;
EventQueue* queue = nullptr;

BOOL WINAPI on_control(DWORD) {
    const std::lock_guard lock(guard);
    if (queue == nullptr) {
        return FALSE;
    }
    queue->push({Event::Kind::interrupted, 0, {}, 0});
    return TRUE;
}

}  // namespace

Interruption::Interruption(EventQueue& events) {
    {
        const std::lock_guard lock(guard);
        queue = &events;
    }
    SetConsoleCtrlHandler(on_control, TRUE);
}

Interruption::~Interruption() {
    SetConsoleCtrlHandler(on_control, FALSE);
    const std::lock_guard lock(guard);
    queue = nullptr;
}

}  // namespace conformance
