#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "cases/test.hpp"

namespace conformance {

/// The ways by which an overlapped operation signals that it is complete.
enum class Signal { event, completion_port, completion_routine };

std::string to_text(Signal signal);

/// What an overlapped operation signalled when it was complete.
struct Completion {
    /// How often the completion of this operation was signalled.
    int times = 0;
    /// Whether the signal said that the operation failed, and with which code of Winsock's. A
    /// port's packet has none: it is asked of WSAGetOverlappedResult or, once the socket is closed,
    /// that of Windows.
    bool failed = false;
    int error = 0;
    std::uint32_t bytes = 0;
    std::uint32_t flags = 0;
};

/// "signalled once: 0, 0 bytes, flags 0"
std::string describe(const Completion& completion);

/// An OVERLAPPED for one operation on a socket, and the means by which its completion is signalled.
class OverlappedOperation {
public:
    /// Throws Inconclusive when the means cannot be made.
    OverlappedOperation(const Socket& socket, Signal signal)
        : OverlappedOperation(socket.winsock(), socket.handle(), signal) {}
    OverlappedOperation(Winsock& winsock, SOCKET s, Signal signal);
    OverlappedOperation(const OverlappedOperation&) = delete;
    OverlappedOperation& operator=(const OverlappedOperation&) = delete;
    /// Waits for what may still be signalled of an operation that has begun; cancels one that
    /// pends.
    ~OverlappedOperation();

    /// Lets the call be this operation: sets its lpOverlapped and, where the completion is
    /// signalled so, its lpCompletionRoutine.
    void take_part_in(IoctlArguments& arguments);

    /// WSAIoctl as this operation.
    CallResult start(IoctlArguments arguments);
    /// The same for a row that is about what comes after. Throws Inconclusive when it is refused.
    void require_start(const IoctlArguments& arguments);
    /// Says that a call in which the operation took part answered that.
    void begun(const CallResult& answer) noexcept;
    /// Whether it answered that the operation pends.
    bool pending() const noexcept;
    /// Says that what the call has been given must not be called: the structure is never given
    /// back, and nothing waits alertably.
    void abandon() noexcept;

    /// What was signalled so far, without an alertable wait.
    Completion signalled();
    /// Waits until the completion is signalled, in an alertable wait, and a moment longer to see
    /// whether it is signalled again. The result counts none when none comes in time.
    Completion wait();

    /// Watches for a moment, in an alertable wait, what is signalled of an operation that is to
    /// signal nothing.
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

/// The call was not refused: it returned 0, or SOCKET_ERROR with WSA_IO_PENDING.
CallMatcher StartsOrSucceeds();

/// A condition on a completion, and its words.
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

/// The same, and it was signalled once.
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
