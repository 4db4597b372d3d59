#pragma once

#include "turn_on.hpp"
#include "winsock/upcalls.hpp"

namespace conformance {

/// The requests to the socket of a base provider.
struct ProviderSocketKind {
    int type = SOCK_STREAM;
    DWORD flags = WSA_FLAG_OVERLAPPED;
};

/// A socket of a base provider, without ws2_32.dll, in a process that has not called WSAStartup.
class ProviderSocket {
public:
    ProviderSocket(const Test& test, Family of_family, ProviderSocketKind kind = {})
        : provider_(test.winsock().base_provider(of_family, kind.type)) {
        const auto made = provider_.socket(kind.flags);
        require_success(made);
        s_ = static_cast<SOCKET>(made.value);
    }
    ProviderSocket(const ProviderSocket&) = delete;
    ProviderSocket& operator=(const ProviderSocket&) = delete;
    ~ProviderSocket() {
        try {
            if (!closed_) {
                provider_.closesocket(s_);
            }
        } catch (const Inconclusive&) {
            // Without WSPCloseSocket the socket cannot be closed.
        }
    }

    SOCKET handle() const noexcept { return s_; }
    CallResult close() {
        closed_ = true;
        return provider_.closesocket(s_);
    }
    CallResult set_keepalive(std::uint32_t to) { return provider_.set(s_, so_keepalive, to); }
    OptionResult get_keepalive() { return provider_.get(s_, so_keepalive); }
    /// Throws Inconclusive unless the switch can be set both ways and read back; leaves it at `to`.
    void require_keepalive(std::uint32_t to) {
        for (const auto step : {opposite(to), to}) {
            require_success(set_keepalive(step));
            const auto reading = get_keepalive();
            if (reading.nothing_written) {
                throw Inconclusive("WSPGetSockOpt writes nothing");
            }
            if (!Stores(step).match(reading)) {
                throw Inconclusive("set-up: WSPGetSockOpt does not read what WSPSetSockOpt set");
            }
        }
    }
    CallResult ioctl(const IoctlArguments& arguments, WSATHREADID* thread) {
        return provider_.ioctl(s_, arguments, thread);
    }

private:
    BaseProvider provider_;
    SOCKET s_ = INVALID_SOCKET;
    bool closed_ = false;
};

/// This thread's WSATHREADID, which ws2_32.dll gets from WPUOpenCurrentThread.
class ThreadId {
public:
    ThreadId() {
        int error = 0;
        if (upcall_table().lpWPUOpenCurrentThread(&id, &error) != 0) {
            throw Inconclusive("set-up: the system gave no handle of this thread");
        }
    }
    ThreadId(const ThreadId&) = delete;
    ThreadId& operator=(const ThreadId&) = delete;
    ~ThreadId() {
        int error = 0;
        upcall_table().lpWPUCloseThread(&id, &error);
    }

    WSATHREADID id{};
};

}  // namespace conformance
