#include "cases/overlapped_operation.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "model/winsock_error.hpp"

namespace conformance {

struct OverlappedOperation::State {
    OVERLAPPED overlapped{};
    HANDLE port = nullptr;
    Completion signalled;
    bool answered = false;
    bool begun = false;
    bool pending = false;
    bool waited = false;

    ~State() {
        if (overlapped.hEvent != nullptr) {
            CloseHandle(overlapped.hEvent);
        }
        if (port != nullptr) {
            CloseHandle(port);
        }
    }
};

namespace {

constexpr ULONG_PTR completion_key = 0xC0FFEE;

using namespace std::chrono_literals;

// A signal comes from something on this machine that has already happened, or is about to. The
// time is counted in short waits: on a busy machine each of them lasts longer, and so does the
// whole.
constexpr auto short_wait = 10ms;
constexpr int most_waits = 100;
// How long it is watched whether a completion is signalled again, which only a wrong provider does.
constexpr auto moment = 4ms;

DWORD milliseconds(std::chrono::steady_clock::duration time) {
    const auto count = std::chrono::ceil<std::chrono::milliseconds>(time).count();
    return static_cast<DWORD>(std::max<decltype(count)>(count, 0));
}

/// Waits until `attempt`, which itself waits for that time, returns true, or that many waits have
/// passed.
template <typename Attempt>
void wait_patiently(Attempt attempt) {
    for (int i = 0; i < most_waits && !attempt(short_wait); ++i) {
    }
}

/// Lets completion routines run until `signalled` has counted so many completions, or the time is
/// over.
void wait_alertably(const Completion& signalled, int times, std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (signalled.times < times && std::chrono::steady_clock::now() < end) {
        SleepEx(milliseconds(end - std::chrono::steady_clock::now()), TRUE);
    }
}

// A completion routine has no context argument, and an OVERLAPPED that a provider made up must not
// be taken for a pointer to anything. There is one operation with a routine at a time in a thread.
thread_local const OVERLAPPED* expected_overlapped = nullptr;
thread_local Completion* signalled_to_routine = nullptr;

void CALLBACK completion_routine(DWORD error, DWORD bytes, LPWSAOVERLAPPED overlapped,
                                 DWORD flags) {
    if (signalled_to_routine != nullptr && overlapped == expected_overlapped) {
        *signalled_to_routine = {signalled_to_routine->times + 1, error != 0,
                                 static_cast<int>(error), bytes, flags};
    }
}

std::string code(int error) {
    return error == 0 ? "0" : describe_error(error);
}

bool signals(const Completion& completion, int error) {
    return completion.failed == (error != 0) && completion.error == error;
}

/// The content of the structure's system fields before the call, to see whether they are written.
constexpr ULONG_PTR unwritten = 0x5A5A5A5A;

}  // namespace

std::string to_text(Signal signal) {
    static constexpr std::array<const char*, 3> names{"event", "completion-port",
                                                      "completion-routine"};
    return names[static_cast<std::size_t>(signal)];
}

std::string describe(const Completion& completion) {
    if (completion.times == 0) {
        return "never signalled";
    }
    const auto outcome = completion.failed && completion.error == 0 ? "failed, no error set"
                                                                    : code(completion.error);
    return (completion.times == 1 ? std::string("signalled once: ")
                                  : "signalled " + std::to_string(completion.times) + " times: ") +
           outcome + ", " + std::to_string(completion.bytes) + " bytes, flags " +
           std::to_string(completion.flags);
}

OverlappedOperation::OverlappedOperation(Winsock& winsock, SOCKET s, Signal signal)
    : winsock_(winsock), s_(s), signal_(signal), state_(std::make_unique<State>()) {
    state_->overlapped.Internal = unwritten;
    state_->overlapped.InternalHigh = unwritten;
    if (signal == Signal::event) {
        state_->overlapped.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
        if (state_->overlapped.hEvent == nullptr) {
            throw Inconclusive("set-up: the system gave no event");
        }
    } else if (signal == Signal::completion_port) {
        state_->port =
            CreateIoCompletionPort(reinterpret_cast<HANDLE>(s), nullptr, completion_key, 0);
        if (state_->port == nullptr) {
            throw Inconclusive("set-up: the socket cannot be associated with a completion port");
        }
    } else {
        expected_overlapped = &state_->overlapped;
        signalled_to_routine = &state_->signalled;
    }
}

OverlappedOperation::~OverlappedOperation() {
    try {
        finish();
    } catch (const Inconclusive&) {
        // Without WSAGetOverlappedResult it stays unknown whether the operation has ended.
        abandon();
    }
    if (signal_ == Signal::completion_routine) {
        expected_overlapped = nullptr;
        signalled_to_routine = nullptr;
    }
}

/// Makes sure that nothing is signalled later: a queued routine would be attributed to another
/// operation whose structure has the same address.
void OverlappedOperation::finish() {
    if (state_ == nullptr || state_->signalled.times != 0) {
        return;
    }
    if (!state_->begun) {
        // A provider may have started an operation that it reported as refused, and write to it
        // later.
        if (state_->answered) {
            abandon();
        }
        return;
    }
    if (state_->pending) {
        CancelIo(reinterpret_cast<HANDLE>(s_));
    }
    if (state_->pending && !state_->waited) {
        wait();
    } else if (state_->pending || signal_ == Signal::completion_routine) {
        watch();
    }
    if (state_->signalled.times == 0 &&
        (state_->pending || signal_ == Signal::completion_routine)) {
        abandon();
    }
}

void OverlappedOperation::begun(const CallResult& answer) noexcept {
    state_->answered = true;
    state_->pending = answer.failed && answer.error == WSA_IO_PENDING;
    state_->begun = state_->pending || !answer.failed;
}

void OverlappedOperation::require_start(const IoctlArguments& arguments) {
    const auto result = start(arguments);
    if (!StartsOrSucceeds().match(result)) {
        require_success(result);
        throw Inconclusive("set-up: the operation answered " + conformance::describe(result));
    }
}

bool OverlappedOperation::pending() const noexcept {
    return state_->pending;
}

void OverlappedOperation::abandon() noexcept {
    static_cast<void>(state_.release());
}

void OverlappedOperation::take_part_in(IoctlArguments& arguments) {
    arguments.overlapped = &state_->overlapped;
    if (signal_ == Signal::completion_routine) {
        arguments.routine = completion_routine;
    }
}

CallResult OverlappedOperation::start(IoctlArguments arguments) {
    take_part_in(arguments);
    const auto result = winsock_.ioctl(s_, arguments);
    begun(result);
    return result;
}

Completion OverlappedOperation::signalled() {
    if (signal_ == Signal::event) {
        collect_event();
    } else if (signal_ == Signal::completion_port) {
        collect_packet(0);
    }
    return state_->signalled;
}

Completion OverlappedOperation::wait() {
    state_->waited = true;
    switch (signal_) {
        case Signal::event:
            wait_patiently([&](auto time) {
                return WaitForSingleObject(state_->overlapped.hEvent, milliseconds(time)) ==
                       WAIT_OBJECT_0;
            });
            collect_event();
            break;
        case Signal::completion_port:
            wait_patiently([&](auto time) {
                collect_packet(milliseconds(time));
                return state_->signalled.times != 0;
            });
            collect_packet(milliseconds(moment));
            break;
        case Signal::completion_routine:
            wait_patiently([&](auto time) {
                wait_alertably(state_->signalled, 1, time);
                return state_->signalled.times != 0;
            });
            wait_alertably(state_->signalled, 2, moment);
            break;
    }
    return state_->signalled;
}

Completion OverlappedOperation::watch() {
    wait_alertably(state_->signalled, 1, moment);
    return signalled();
}

const OVERLAPPED& OverlappedOperation::overlapped() const noexcept {
    return state_->overlapped;
}

void OverlappedOperation::collect_event() {
    if (state_->signalled.times != 0 ||
        WaitForSingleObject(state_->overlapped.hEvent, 0) != WAIT_OBJECT_0) {
        return;
    }
    const auto result = winsock_.overlapped_result(s_, state_->overlapped, false);
    state_->signalled = {1, result.call.failed, result.call.error, result.bytes, result.flags};
}

void OverlappedOperation::collect_packet(std::uint32_t wait_ms) {
    DWORD bytes = 0;
    ULONG_PTR key = 0;
    OVERLAPPED* overlapped = nullptr;
    SetLastError(0);
    const bool failed =
        !GetQueuedCompletionStatus(state_->port, &bytes, &key, &overlapped, wait_ms);
    const auto windows_error = static_cast<int>(GetLastError());
    if (overlapped != &state_->overlapped || key != completion_key) {
        return;
    }
    state_->signalled = {state_->signalled.times + 1, failed, 0, bytes, 0};
    if (failed) {
        const auto result = winsock_.overlapped_result(s_, state_->overlapped, false);
        const bool closed = result.call.failed && result.call.error == WSAENOTSOCK;
        state_->signalled.error = closed ? windows_error : result.call.error;
    }
}

CallMatcher StartsOrSucceeds() {
    return {"0, or SOCKET_ERROR/WSA_IO_PENDING (997)", [](const CallResult& result) {
                return (!result.failed && result.value == 0) ||
                       (result.value == SOCKET_ERROR && result.error == WSA_IO_PENDING);
            }};
}

CompletionMatcher::CompletionMatcher(std::string expected,
                                     std::function<bool(const Completion&)> condition)
    : expected_(std::move(expected)), condition_(std::move(condition)) {}

std::string CompletionMatcher::describe() const {
    return std::string(expectation_mark) + expected_;
}

CompletionMatcher CompletesWith(int error) {
    return {"signalled: " + code(error) + ", 0 bytes, flags 0",
            [error](const Completion& completion) {
                return completion.times > 0 && completion.error == error && completion.bytes == 0 &&
                       completion.flags == 0;
            }};
}

CompletionMatcher CompletesOnceWith(int error) {
    return {"signalled once: " + code(error) + ", 0 bytes, flags 0",
            [error](const Completion& completion) {
                return completion.times == 1 && signals(completion, error) &&
                       completion.bytes == 0 && completion.flags == 0;
            }};
}

CompletionMatcher CompletesNever() {
    return {"never signalled", [](const Completion& completion) { return completion.times == 0; }};
}

}  // namespace conformance
