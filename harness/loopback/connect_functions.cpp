#include "loopback/connect_functions.hpp"

#include <array>
#include <stdexcept>

#include "model/inconclusive.hpp"
#include "model/nt_version.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

CallResult connect_by_list(const Socket& socket, const Address& address) {
    const auto result =
        socket.winsock().wsa_connect_by_list(socket.handle(), address, setup_timeout());
    if (result.failed && address.family() == Family::ipv4) {
        // Its page promises IPv4 for dual-mode sockets of AF_INET6 alone.
        throw Inconclusive("set-up: WSAConnectByList answered " + describe(result) +
                           ", which its page allows on a socket of AF_INET");
    }
    return result;
}

CallResult start_connect_ex(const Socket& socket, const Address& address, OVERLAPPED& overlapped) {
    auto& winsock = socket.winsock();
    // ConnectEx wants a bound socket.
    auto local = address;
    if (winsock.getsockname(socket.handle(), local).failed) {
        local.set_port(0);
        require_success(winsock.bind(socket.handle(), local));
    }
    return winsock.connect_ex(socket.handle(), address, overlapped);
}

/// Makes the socket one whose functions do not wait.
void make_asynchronous(const Socket& socket, ConnectBy by, HANDLE event,
                       std::optional<MessageWindow>& window) {
    auto& winsock = socket.winsock();
    const auto s = socket.handle();
    if (by == ConnectBy::connect_event_select) {
        require_success(winsock.event_select(s, event, FD_CONNECT));
    } else if (by == ConnectBy::connect_async_select) {
        require_success(winsock.async_select(s, window.emplace().handle(), WM_APP, FD_CONNECT));
    } else {
        require_success(winsock.set_blocking(s, false));
    }
}

/// The functions whose reference pages say that the socket answers only some functions, and has not
/// taken over earlier options, until SO_UPDATE_CONNECT_CONTEXT is set.
bool wants_connect_context(ConnectBy by) {
    return by == ConnectBy::connect_ex || by == ConnectBy::wsa_connect_by_list ||
           by == ConnectBy::wsa_connect_by_name;
}

}  // namespace

CallResult connect_and_wait(const Socket& socket, const Address& address, ConnectBy by) {
    auto& winsock = socket.winsock();
    switch (by) {
        case ConnectBy::connect: return winsock.connect(socket.handle(), address);
        case ConnectBy::wsa_connect: return winsock.wsa_connect(socket.handle(), address);
        case ConnectBy::wsa_connect_by_list: return connect_by_list(socket, address);
        case ConnectBy::wsa_connect_by_name:
            return winsock.wsa_connect_by_name(
                socket.handle(), address.family() == Family::ipv4 ? "127.0.0.1" : "::1",
                std::to_string(address.port()), setup_timeout());
        default: throw std::logic_error(to_text(by) + " does not wait");
    }
}

void update_connect_context(const Socket& socket, ConnectBy by) {
    if (wants_connect_context(by)) {
        require_success(socket.winsock().setsockopt(socket.handle(), SOL_SOCKET,
                                                    SO_UPDATE_CONNECT_CONTEXT, nullptr, 0));
    }
}

std::string to_text(ConnectBy function) {
    static constexpr std::array<const char*, 9> names{
        "connect",
        "connect-asynchronous",
        "WSAConnect",
        "WSAConnect-asynchronous",
        "ConnectEx",
        "WSAConnectByList",
        "WSAConnectByName",
        "connect-WSAEventSelect",
        "connect-WSAAsyncSelect",
    };
    return names[static_cast<std::size_t>(function)];
}

NtVersion first_version(ConnectBy function) {
    switch (function) {
        case ConnectBy::connect_ex: return {5, 1, 0};
        case ConnectBy::wsa_connect_by_list:
        case ConnectBy::wsa_connect_by_name: return {6, 0, 0};
        default: return {5, 0, 0};
    }
}

bool runs_asynchronously(ConnectBy function) noexcept {
    return function == ConnectBy::connect_asynchronous ||
           function == ConnectBy::wsa_connect_asynchronous || function == ConnectBy::connect_ex ||
           function == ConnectBy::connect_event_select ||
           function == ConnectBy::connect_async_select;
}

ConnectAttempt::ConnectAttempt(const Socket& socket, const Address& address, ConnectBy by)
    : socket_(socket), by_(by), event_(CreateEventW(nullptr, TRUE, FALSE, nullptr)) {
    // Waiting for an overlapped operation needs an event for it alone.
    overlapped_.hEvent = event_.get();
    const auto started = start(address);
    pending_ =
        started.failed && (started.error == WSAEWOULDBLOCK || started.error == WSA_IO_PENDING);
    if (started.failed && !pending_) {
        require_success(started);
    }
}

CallResult ConnectAttempt::start(const Address& address) {
    if (!runs_asynchronously(by_)) {
        return connect_and_wait(socket_, address, by_);
    }
    if (by_ == ConnectBy::connect_ex) {
        return start_connect_ex(socket_, address, overlapped_);
    }
    auto& winsock = socket_.winsock();
    make_asynchronous(socket_, by_, overlapped_.hEvent, window_);
    return by_ == ConnectBy::wsa_connect_asynchronous
               ? winsock.wsa_connect(socket_.handle(), address)
               : winsock.connect(socket_.handle(), address);
}

ConnectAttempt::~ConnectAttempt() {
    if (pending_ && by_ == ConnectBy::connect_ex) {
        // The system still writes to the OVERLAPPED until the cancelled connect has ended.
        CancelIo(reinterpret_cast<HANDLE>(socket_.handle()));
        WaitForSingleObject(overlapped_.hEvent, static_cast<DWORD>(setup_timeout().count()));
    }
}

bool ConnectAttempt::in_progress(std::chrono::milliseconds timeout) {
    if (!pending_) {
        return false;
    }
    auto& winsock = socket_.winsock();
    if (by_ != ConnectBy::connect_ex) {
        const auto ended = winsock.select_connected(socket_.handle(), timeout);
        require_success(ended);
        return ended.value == 0;
    }
    WaitForSingleObject(overlapped_.hEvent, static_cast<DWORD>(timeout.count()));
    const auto ended = winsock.overlapped_result(socket_.handle(), overlapped_, false).call;
    return ended.failed && ended.error == WSA_IO_INCOMPLETE;
}

void ConnectAttempt::complete() {
    auto& winsock = socket_.winsock();
    if (in_progress(setup_timeout())) {
        throw Inconclusive("set-up: " + to_text(by_) + " did not complete");
    }
    if (pending_ && by_ == ConnectBy::connect_ex) {
        require_success(winsock.overlapped_result(socket_.handle(), overlapped_, true).call);
    } else if (pending_) {
        // select reports that the connect has ended, SO_ERROR how.
        const auto error = socket_.get(Option<>{SOL_SOCKET, SO_ERROR});
        require_success(error.call);
        if (error.dword() != 0) {
            throw Inconclusive("set-up: " + to_text(by_) + " ended with " +
                               describe_error(static_cast<int>(error.dword())));
        }
    }
    pending_ = false;
    update_connect_context(socket_, by_);
}

void connect_by(const Socket& socket, const Address& address, ConnectBy by) {
    ConnectAttempt attempt(socket, address, by);
    attempt.complete();
}

}  // namespace conformance
