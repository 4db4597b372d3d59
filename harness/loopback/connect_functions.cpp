#include "loopback/connect_functions.hpp"

#include <array>

#include "model/inconclusive.hpp"
#include "model/nt_version.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

CallResult start(const Socket& socket, const Address& address, ConnectBy by,
                 OVERLAPPED& overlapped) {
    auto& winsock = socket.winsock();
    const auto s = socket.handle();
    switch (by) {
        case ConnectBy::connect: return winsock.connect(s, address);
        case ConnectBy::connect_asynchronous:
            set_up(winsock.set_blocking(s, false));
            return winsock.connect(s, address);
        case ConnectBy::wsa_connect: return winsock.wsa_connect(s, address);
        case ConnectBy::wsa_connect_asynchronous:
            set_up(winsock.set_blocking(s, false));
            return winsock.wsa_connect(s, address);
        case ConnectBy::connect_ex: {
            // ConnectEx wants a bound socket.
            auto local = address;
            if (winsock.getsockname(s, local).failed) {
                local.set_port(0);
                set_up(winsock.bind(s, local));
            }
            return winsock.connect_ex(s, address, overlapped);
        }
        case ConnectBy::wsa_connect_by_list: {
            const auto result = winsock.wsa_connect_by_list(s, address, set_up_timeout());
            if (result.failed && address.family() == Family::ipv4) {
                // Its page promises IPv4 for dual-mode sockets of AF_INET6 alone.
                throw Inconclusive("set-up: WSAConnectByList answered " + describe(result) +
                                   ", which its page allows on a socket of AF_INET");
            }
            return result;
        }
        case ConnectBy::wsa_connect_by_name:
            return winsock.wsa_connect_by_name(
                s, address.family() == Family::ipv4 ? "127.0.0.1" : "::1",
                std::to_string(address.port()), set_up_timeout());
    }
    throw Inconclusive("no such connect function");
}

/// The functions whose reference pages say that the socket answers only some functions, and has not
/// taken over earlier options, until SO_UPDATE_CONNECT_CONTEXT is set.
bool wants_connect_context(ConnectBy by) {
    return by == ConnectBy::connect_ex || by == ConnectBy::wsa_connect_by_list ||
           by == ConnectBy::wsa_connect_by_name;
}

}  // namespace

std::string to_text(ConnectBy function) {
    static constexpr std::array<const char*, 7> names{
        "connect",   "connect-asynchronous", "WSAConnect",       "WSAConnect-asynchronous",
        "ConnectEx", "WSAConnectByList",     "WSAConnectByName",
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
           function == ConnectBy::wsa_connect_asynchronous || function == ConnectBy::connect_ex;
}

ConnectAttempt::ConnectAttempt(const Socket& socket, const Address& address, ConnectBy by)
    : socket_(socket), by_(by) {
    // Waiting for an overlapped operation wants an event of its own.
    overlapped_.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    const auto started = start(socket, address, by, overlapped_);
    pending_ =
        started.failed && (started.error == WSAEWOULDBLOCK || started.error == WSA_IO_PENDING);
    if (started.failed && !pending_) {
        CloseHandle(overlapped_.hEvent);
        set_up(started);
    }
}

ConnectAttempt::~ConnectAttempt() {
    if (pending_ && by_ == ConnectBy::connect_ex) {
        // The system still writes to the OVERLAPPED until the cancelled connect has ended.
        CancelIo(reinterpret_cast<HANDLE>(socket_.handle()));
        WaitForSingleObject(overlapped_.hEvent, static_cast<DWORD>(set_up_timeout().count()));
    }
    CloseHandle(overlapped_.hEvent);
}

bool ConnectAttempt::in_progress(std::chrono::milliseconds patience) {
    if (!pending_) {
        return false;
    }
    auto& winsock = socket_.winsock();
    if (by_ != ConnectBy::connect_ex) {
        const auto ended = winsock.select_connected(socket_.handle(), patience);
        set_up(ended);
        return ended.value == 0;
    }
    WaitForSingleObject(overlapped_.hEvent, static_cast<DWORD>(patience.count()));
    const auto ended = winsock.overlapped_result(socket_.handle(), overlapped_, false).call;
    return ended.failed && ended.error == WSA_IO_INCOMPLETE;
}

void ConnectAttempt::complete() {
    auto& winsock = socket_.winsock();
    if (in_progress(set_up_timeout())) {
        throw Inconclusive("set-up: " + to_text(by_) + " did not complete");
    }
    if (pending_ && by_ == ConnectBy::connect_ex) {
        set_up(winsock.overlapped_result(socket_.handle(), overlapped_, true).call);
    } else if (pending_) {
        // select tells that the connect has ended, SO_ERROR how.
        const auto error = socket_.get_option(SOL_SOCKET, SO_ERROR);
        set_up(error.call);
        if (error.dword() != 0) {
            throw Inconclusive("set-up: " + to_text(by_) + " ended with " +
                               describe_error(static_cast<int>(error.dword())));
        }
    }
    pending_ = false;
    if (wants_connect_context(by_)) {
        set_up(winsock.setsockopt(socket_.handle(), SOL_SOCKET, SO_UPDATE_CONNECT_CONTEXT, nullptr,
                                  0));
    }
}

void connect_by(const Socket& socket, const Address& address, ConnectBy by) {
    ConnectAttempt attempt(socket, address, by);
    attempt.complete();
}

}  // namespace conformance
