#pragma once

#include <chrono>
#include <functional>

#include "winsock/socket.hpp"

namespace conformance {

/// How long a blocking call waits for the hook, in ms. Windows ignores an SO_RCVTIMEO below 500 ms.
inline constexpr std::chrono::milliseconds hook_timeout{600};

/// A blocking hook of Windows Sockets 1.1 that performs an action on its first call and does
/// nothing later. A hook has no context argument, so only one can exist at a time; a row that sets
/// one runs in a process of its own.
class BlockingHook {
public:
    /// Throws Inconclusive when the provider refuses a hook. `action` may throw only Inconclusive.
    BlockingHook(Winsock& winsock, std::function<void()> action);
    BlockingHook(const BlockingHook&) = delete;
    BlockingHook& operator=(const BlockingHook&) = delete;
    ~BlockingHook();

    /// Throws NotApplicable when the provider did not call the hook during `call`, because it then
    /// has no blocking call in the sense of Windows Sockets 1.1. Rethrows an exception of the
    /// action.
    void require_called(const char* call) const;

private:
    Winsock& winsock_;
};

/// Makes `call` inside the hook of a recv on `socket` that blocks, returns its answer, and cancels
/// the recv. Throws NotApplicable when the provider does not call the hook.
CallResult answer_inside_blocking_hook(const Socket& socket,
                                       const std::function<CallResult()>& call);

}  // namespace conformance
