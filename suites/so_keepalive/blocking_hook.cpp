#include <array>
#include <optional>

#include "cases/blocking_hook.hpp"
#include "cases/common_parameters.hpp"

namespace conformance {

// Inside the hook of a blocking Windows Sockets 1.1 call, the option can be neither set nor read.
CONFORMANCE_CASE("so-keepalive/in-progress/from-a-blocking-hook",
                 checks("so-keepalive.wsaeinprogress"), rows(family, set_or_get), own_process(),
                 waits(hook_patience)) {
    auto& winsock = test.winsock();
    test.given(winsock.startup(MAKEWORD(1, 1)));
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    test.given(socket.set_option(SOL_SOCKET, SO_RCVTIMEO,
                                 static_cast<std::uint32_t>(hook_patience.count())));
    std::optional<CallResult> answer;
    const BlockingHook hook(winsock, [&] {
        answer = row[set_or_get] == Operation::set ? socket.set_keepalive(on)
                                                   : socket.get_keepalive().call;
        winsock.cancel_blocking_call();
    });
    std::array<unsigned char, 1> byte{};
    winsock.recv(socket.handle(), byte);
    hook.must_have_been_called("a blocking recv");
    CHECK_THAT(answer.value(), FailsWith(WSAEINPROGRESS));
    CHECK_SWITCH(socket, off);
}

}  // namespace conformance
