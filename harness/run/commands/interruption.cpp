#include "commands/interruption.hpp"

#include <mutex>

#include "record/windows_headers.hpp"

namespace conformance {

namespace {

// The handler has no context argument, so it finds the queue here.
std::mutex handler_mutex;
EventQueue* queue = nullptr;

BOOL WINAPI on_control(DWORD control) {
    {
        const std::lock_guard lock(handler_mutex);
        if (queue == nullptr) {
            return FALSE;
        }
        queue->interrupt();
    }
    if (control != CTRL_C_EVENT && control != CTRL_BREAK_EVENT) {
        // The console closes or the user leaves: the system ends the process when this returns, so
        // it does not return while the report is written. The system gives that some seconds.
        Sleep(INFINITE);
    }
    return TRUE;
}

}  // namespace

Interruption::Interruption(EventQueue& events) {
    {
        const std::lock_guard lock(handler_mutex);
        queue = &events;
    }
    SetConsoleCtrlHandler(on_control, TRUE);
}

Interruption::~Interruption() {
    SetConsoleCtrlHandler(on_control, FALSE);
    const std::lock_guard lock(handler_mutex);
    queue = nullptr;
}

}  // namespace conformance
