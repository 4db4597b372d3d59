#include "cases/blocking_hook.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"

namespace conformance {

namespace {

struct Task {
    std::function<void()> action;
    bool called = false;
    std::optional<Inconclusive> reason;
};

Task task;

// The type that WSASetBlockingHook takes: FARPROC, which on 64 bits returns INT_PTR.
INT_PTR WINAPI blocking_hook() {
    if (!std::exchange(task.called, true)) {
        // Nothing may be thrown through the provider, which calls this.
        try {
            task.action();
        } catch (const Inconclusive& reason) {
            task.reason = reason;
        }
    }
    return FALSE;
}

}  // namespace

BlockingHook::BlockingHook(Winsock& winsock, std::function<void()> action) : winsock_(winsock) {
    task = {std::move(action), false, {}};
    // WSASetBlockingHook returns the previous hook, which may be null.
    const auto hooked = winsock.set_blocking_hook(reinterpret_cast<FARPROC>(blocking_hook));
    if (hooked.failed && hooked.error != 0) {
        require_success(hooked);
    }
}

BlockingHook::~BlockingHook() {
    try {
        winsock_.unhook_blocking_hook();
    } catch (const Inconclusive&) {
        // A provider that takes a hook and gives none back.
    }
    task = {};
}

void BlockingHook::require_called(const char* call) const {
    if (!task.called) {
        throw NotApplicable(std::string("the provider does not call the blocking hook during ") +
                            call);
    }
    if (task.reason) {
        throw *task.reason;
    }
}

CallResult answer_inside_blocking_hook(const Socket& socket,
                                       const std::function<CallResult()>& call) {
    auto& winsock = socket.winsock();
    require_success(socket.set(Option<>{SOL_SOCKET, SO_RCVTIMEO},
                               static_cast<std::uint32_t>(hook_timeout.count())));
    std::optional<CallResult> answer;
    const BlockingHook hook(winsock, [&] {
        answer = call();
        winsock.cancel_blocking_call();
    });
    std::array<unsigned char, 1> byte{};
    winsock.recv(socket.handle(), byte);
    hook.require_called("a blocking recv");
    return answer.value();
}

}  // namespace conformance
