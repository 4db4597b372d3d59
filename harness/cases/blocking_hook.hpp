#pragma once

#include <chrono>
#include <functional>

#include "winsock/socket.hpp"

namespace conformance {

/// How long a blocking call may wait for the hook to be called, in ms: more than the 500 ms below
/// which Windows does not take SO_RCVTIMEO.
inline constexpr std::chrono::milliseconds hook_timeout{600};

/// A blocking hook of Windows Sockets 1.1 that does one thing the first time it is called, and
/// nothing afterwards. A hook has no context argument: there can be one at a time, and the row that
/// sets one has its process for itself.
class BlockingHook {
public:
    /// Throws Inconclusive when the provider takes no hook. `action` may throw nothing but
    /// Inconclusive, which ends it.
    BlockingHook(Winsock& winsock, std::function<void()> action);
    BlockingHook(const BlockingHook&) = delete;
    BlockingHook& operator=(const BlockingHook&) = delete;
    ~BlockingHook();

    /// Throws NotApplicable when the hook was not called during `call`: the provider then never is
    /// in a blocking call as Windows Sockets 1.1 has it. Throws what its action threw.
    void require_called(const char* call) const;

private:
    Winsock& winsock_;
};

/// What `call` answers inside the hook of a recv on `socket` that blocks; the hook then cancels it.
/// Throws NotApplicable when the provider does not call the hook.
CallResult answer_inside_blocking_hook(const Socket& socket,
                                       const std::function<CallResult()>& call);

}  // namespace conformance
