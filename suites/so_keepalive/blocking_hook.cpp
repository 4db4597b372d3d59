#include <array>
#include <optional>

#include "parameters.hpp"

namespace conformance {

namespace {

using namespace std::chrono_literals;

/// How long the blocking call may wait for the hook to be called, in ms: more than the 500 ms below
/// which Windows does not take SO_RCVTIMEO.
constexpr auto patience = 600ms;

/// What the hook does, once. A blocking hook has no context argument, and the row has its process
/// for itself.
struct HookTask {
    const Test* test = nullptr;
    const Socket* socket = nullptr;
    Operation operation = Operation::set;
    std::optional<CallResult> answer;
};

HookTask task;

// The type that WSASetBlockingHook takes: FARPROC, which on 64 bits returns INT_PTR.
INT_PTR WINAPI blocking_hook() {
    // Nothing may be thrown through the provider, which calls this.
    try {
        if (!task.answer) {
            task.answer = task.operation == Operation::set ? task.socket->set_keepalive(on)
                                                           : task.socket->get_keepalive().call;
            task.test->winsock().cancel_blocking_call();
        }
    } catch (const Inconclusive&) {
        // Without WSACancelBlockingCall the blocking call ends by its own time limit.
    }
    return FALSE;
}

}  // namespace

// Inside the hook of a blocking Windows Sockets 1.1 call, the option can be neither set nor read.
CONFORMANCE_CASE("so-keepalive/in-progress/from-a-blocking-hook",
                 checks("so-keepalive.wsaeinprogress"), rows(family, operation), own_process(),
                 waits(patience)) {
    auto& winsock = test.winsock();
    test.given(winsock.startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    test.given(pair.client.set_option(SOL_SOCKET, SO_RCVTIMEO,
                                      static_cast<std::uint32_t>(patience.count())));
    task = {&test, &pair.client, row[operation], {}};
    // The hook before it is what WSASetBlockingHook returns; there may have been none.
    const auto hooked = winsock.set_blocking_hook(reinterpret_cast<FARPROC>(blocking_hook));
    if (hooked.failed && hooked.error != 0) {
        test.given(hooked);
    }
    std::array<unsigned char, 1> byte{};
    winsock.recv(pair.client.handle(), byte);
    winsock.unhook_blocking_hook();
    if (!task.answer) {
        throw Inconclusive("the provider did not call the blocking hook during a blocking recv");
    }
    CHECK_THAT(*task.answer, FailsWith(WSAEINPROGRESS));
    CHECK_THAT(pair.client.get_keepalive(), Stores(off));
}

}  // namespace conformance
