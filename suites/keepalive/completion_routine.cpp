#include "keepalive/completion_routine.hpp"

#include <chrono>
#include <memory>

#include "cases/callbacks.hpp"

namespace conformance {

namespace {

/// The memory that the operation reads and writes.
struct OperationMemory {
    tcp_keepalive values{parameters::on, 5000, 7000};
    DWORD bytes_returned = 0;
    OVERLAPPED overlapped{};
};

// Not found through the OVERLAPPED, of which a provider may hand out another one.
thread_local CallInCallback* in_completion_routine = nullptr;

void CALLBACK call_in_routine(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {
    if (in_completion_routine != nullptr) {
        in_completion_routine->carry_out();
    }
}

}  // namespace

CallResult answer_inside_completion_routine(const Test& test, Family family,
                                            const std::function<CallResult()>& call) {
    const auto pair = test.connected_pair(family);
    CallInCallback inside{call, {}};
    auto memory = std::make_unique<OperationMemory>();
    auto arguments = keepalive_vals(memory->values, memory->bytes_returned);
    arguments.overlapped = &memory->overlapped;
    arguments.routine = call_in_routine;
    in_completion_routine = &inside;
    const auto started = pair.client.ioctl(arguments);
    if (!started.failed || started.error == WSA_IO_PENDING) {
        const auto give_up = std::chrono::steady_clock::now() + setup_timeout();
        // A wait ends with any procedure call that is queued, also with one of something else.
        while (!inside.answer && std::chrono::steady_clock::now() < give_up) {
            SleepEx(100, TRUE);
        }
    }
    in_completion_routine = nullptr;
    if (!inside.answer) {
        // The provider may still write to it, even after a refusal.
        static_cast<void>(memory.release());
        if (started.error != WSA_IO_PENDING) {
            require_success(started);
        }
        throw Inconclusive("set-up: the completion routine is not called");
    }
    return *inside.answer;
}

}  // namespace conformance
