#include "cases/callbacks.hpp"

#include <chrono>
#include <memory>
#include <optional>

namespace conformance {

namespace {

/// A call to be made inside a callback, and its answer.
struct CallInCallback {
    const std::function<CallResult()>& call;
    std::optional<CallResult> answer;

    void carry_out() {
        if (!answer) {
            answer = call();
        }
    }
};

/// What an overlapped operation reads and writes.
struct OperationMemory {
    tcp_keepalive values{on, 5000, 7000};
    DWORD bytes_returned = 0;
    OVERLAPPED overlapped{};
};

int CALLBACK condition_function(LPWSABUF, LPWSABUF, LPQOS, LPQOS, LPWSABUF, LPWSABUF, GROUP*,
                                DWORD_PTR context) {
    reinterpret_cast<CallInCallback*>(context)->carry_out();
    return CF_ACCEPT;
}

// Not found through the OVERLAPPED, of which a provider may hand out another one.
thread_local CallInCallback* in_completion_routine = nullptr;

void CALLBACK call_in_routine(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {
    if (in_completion_routine != nullptr) {
        in_completion_routine->carry_out();
    }
}

}  // namespace

CallResult answer_inside_condition_function(const Test& test, Family family,
                                            const std::function<CallResult()>& call) {
    auto& winsock = test.winsock();
    const auto listener = test.listener(family);
    const auto client = test.stream_socket(family);
    test.given(winsock.connect(client.handle(), listener.address()));
    CallInCallback inside{call, {}};
    const auto accepted = winsock.wsa_accept(listener.socket().handle(), condition_function,
                                             reinterpret_cast<DWORD_PTR>(&inside));
    test.given(accepted);
    const Socket server(winsock, static_cast<SOCKET>(accepted.value));
    if (!inside.answer) {
        throw Inconclusive("set-up: WSAAccept does not call its condition function");
    }
    return *inside.answer;
}

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
        const auto give_up = std::chrono::steady_clock::now() + set_up_timeout();
        // A wait ends with any procedure call that is queued, also with one of something else.
        while (!inside.answer && std::chrono::steady_clock::now() < give_up) {
            SleepEx(100, TRUE);
        }
    }
    in_completion_routine = nullptr;
    if (!inside.answer) {
        // The provider may still write to it, also where it said that it refused.
        static_cast<void>(memory.release());
        if (started.error != WSA_IO_PENDING) {
            test.given(started);
        }
        throw Inconclusive("set-up: the completion routine is not called");
    }
    return *inside.answer;
}

}  // namespace conformance
