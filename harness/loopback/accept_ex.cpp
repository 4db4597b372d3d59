#include "loopback/accept_ex.hpp"

#include <array>
#include <memory>

#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"

namespace conformance {

namespace {

/// The buffer that AcceptEx uses until it has ended.
struct Operation {
    Operation() { overlapped.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr); }
    Operation(const Operation&) = delete;
    Operation& operator=(const Operation&) = delete;
    ~Operation() { CloseHandle(overlapped.hEvent); }

    OVERLAPPED overlapped{};
    // AcceptEx wants 16 bytes more than an address for each of the two.
    std::array<unsigned char, 2 * (sizeof(sockaddr_in6) + 16)> addresses{};
};

}  // namespace

void accept_by_accept_ex(const Socket& listener, const Socket& socket) {
    auto& winsock = listener.winsock();
    auto operation = std::make_unique<Operation>();
    const auto begun = winsock.accept_ex(listener.handle(), socket.handle(), operation->addresses,
                                         operation->overlapped);
    if (begun.failed && begun.error != WSA_IO_PENDING) {
        require_success(begun);
    }
    const auto timeout = static_cast<DWORD>(setup_timeout().count());
    if (begun.failed &&
        WaitForSingleObject(operation->overlapped.hEvent, timeout) != WAIT_OBJECT_0) {
        // It still pends, and is not ours to free.
        static_cast<void>(operation.release());
        throw Inconclusive("set-up: AcceptEx did not complete");
    }
    require_success(
        winsock.overlapped_result(listener.handle(), operation->overlapped, false).call);
}

void update_accept_context(const Socket& listener, const Socket& socket) {
    const auto handle = listener.handle();
    require_success(socket.winsock().setsockopt(socket.handle(), SOL_SOCKET,
                                                SO_UPDATE_ACCEPT_CONTEXT, &handle, sizeof handle));
}

}  // namespace conformance
