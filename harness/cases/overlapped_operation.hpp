#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "cases/test.hpp"

namespace conformance {

/// The methods by which an overlapped operation signals its completion.
enum class Signal { event, completion_port, completion_routine };

std::string to_text(Signal signal);

/// The signal of a completed overlapped operation.
struct Completion {
    /// How often the completion was signalled.
    int times = 0;
    /// Whether the signal reported a failure, and with which Winsock error code. A packet of a
    /// completion port has no code: it comes from WSAGetOverlappedResult or, once the socket is
    /// closed, from Windows' GetOverlappedResult.
    bool failed = false;
    int error = 0;
    std::uint32_t bytes = 0;
    std::uint32_t flags = 0;
};

/// "signalled once: 0, 0 bytes, flags 0"
std::string describe(const Completion& completion);

/// An OVERLAPPED for one operation on a socket, and the object that signals its completion.
class OverlappedOperation {
public:
    /// Throws Inconclusive when the object cannot be created.
    OverlappedOperation(const Socket& socket, Signal signal)
        : OverlappedOperation(socket.winsock(), socket.handle(), signal) {}
    OverlappedOperation(Winsock& winsock, SOCKET s, Signal signal);
    OverlappedOperation(const OverlappedOperation&) = delete;
    OverlappedOperation& operator=(const OverlappedOperation&) = delete;
    /// Waits for outstanding signals of an operation that has started; cancels a pending one.
    ~OverlappedOperation();

    /// Prepares the arguments of a call: sets lpOverlapped and, for that method,
    /// lpCompletionRoutine.
    void take_part_in(IoctlArguments& arguments);

    /// Calls WSAIoctl with this operation.
    CallResult start(IoctlArguments arguments);
    /// The same, for a row about a later step. Throws Inconclusive when the call is refused.
    void require_start(const IoctlArguments& arguments);
    /// Records the answer of a call that used the operation.
    void begun(const CallResult& answer) noexcept;
    /// Whether that answer says that the operation is pending.
    bool pending() const noexcept;
    /// Declares that nothing may be signalled: the OVERLAPPED is never freed, and no wait is
    /// alertable.
    void abandon() noexcept;

    /// The signals so far, without an alertable wait.
    Completion signalled();
    /// Waits alertably until the completion is signalled, and a moment longer to see whether it is
    /// signalled again. Counts no signal when none arrives in time.
    Completion wait();

    /// Waits alertably for a moment, for an operation that must not signal anything.
    Completion watch();

    const OVERLAPPED& overlapped() const noexcept;

private:
    struct State;

    void finish();
    void collect_event();
    void collect_packet(std::uint32_t wait_ms);

    Winsock& winsock_;
    SOCKET s_;
    Signal signal_;
    std::unique_ptr<State> state_;
};

/// The call was accepted: it returned 0, or SOCKET_ERROR with WSA_IO_PENDING.
CallMatcher StartsOrSucceeds();

/// A condition on a completion, and its description.
class CompletionMatcher : public Catch::Matchers::MatcherGenericBase {
public:
    CompletionMatcher(std::string expected, std::function<bool(const Completion&)> condition);

    bool match(const Completion& completion) const { return condition_(completion); }
    std::string describe() const override;

private:
    std::string expected_;
    std::function<bool(const Completion&)> condition_;
};

/// The completion was signalled with that code, 0 bytes and no flags.
CompletionMatcher CompletesWith(int error);

/// The same, exactly once.
CompletionMatcher CompletesOnceWith(int error);
/// No completion was signalled.
CompletionMatcher CompletesNever();

}  // namespace conformance

template <>
struct Catch::StringMaker<conformance::Completion> {
    static std::string convert(const conformance::Completion& completion) {
        return conformance::describe(completion);
    }
};
