#include "cases/overlapped_operation.hpp"
#include "refusal.hpp"
#include "winsock/upcalls.hpp"

namespace conformance {

namespace {

/// A stream socket of a base provider, past ws2_32.dll, in a process in which nobody has called
/// WSAStartup.
class ProviderSocket {
public:
    ProviderSocket(const Test& test, Family of_family)
        : provider_(test.winsock().base_provider(of_family)) {
        const auto made = provider_.stream_socket();
        test.given(made);
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
            // A provider without WSPCloseSocket: there is nothing to close with.
        }
    }

    SOCKET handle() const noexcept { return s_; }
    CallResult close() {
        closed_ = true;
        return provider_.closesocket(s_);
    }
    CallResult set_keepalive(std::uint32_t to) { return provider_.set_keepalive(s_, to); }
    OptionResult get_keepalive() { return provider_.get_keepalive(s_); }
    /// Throws Inconclusive unless it can be set both ways, and is read so; leaves it at `to`.
    void given_keepalive(std::uint32_t to) {
        for (const auto value : {opposite(to), to}) {
            set_up(set_keepalive(value));
            const auto reading = get_keepalive();
            if (reading.nothing_written) {
                throw Inconclusive("WSPGetSockOpt writes nothing");
            }
            if (!Stores(value).match(reading)) {
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

/// This thread's WSATHREADID, as ws2_32.dll makes it with WPUOpenCurrentThread.
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

CallMatcher refusal_of(Refusal cause) {
    switch (cause) {
        case Refusal::unknown_code: return FailsWithOneOf({WSAEINVAL, WSAEOPNOTSUPP});
        case Refusal::null_input:
        case Refusal::unmapped_input: return FailsWith(WSAEFAULT);
        default: return Fails();
    }
}

}  // namespace

// A base provider's WSPIoctl turns keep-alive on and off, and returns no output.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/turns-on-and-off",
                 checks("sio-keepalive-vals.wspioctl"), rows(family, value), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    socket.given_keepalive(opposite(row[value]));
    KeepaliveVals vals(turned(row[value]));
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), Succeeds());
    CHECK(vals.bytes_returned == 0);
    CHECK_THAT(socket.get_keepalive(), Stores(row[value]));
}

// Its lpThreadId may be left out where nothing is to be called back.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/without-a-thread-id",
                 checks("sio-keepalive-vals.wspioctl"), rows(family), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    socket.given_keepalive(off);
    const KeepaliveVals vals;
    CHECK_THAT(socket.ioctl(vals.arguments, nullptr), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

// Refused, it says so by SOCKET_ERROR, and why through lpErrno. What WSAGetLastError tells, which
// the page names too, stands in the record.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/error-comes-through-lperrno",
                 checks("sio-keepalive-vals.errno"), rows(family, refusal_cause), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    socket.given_keepalive(off);
    ThreadId thread;
    const RefusedVals vals(row[refusal_cause]);
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), refusal_of(row[refusal_cause]));
    CHECK_THAT(socket.get_keepalive(), Stores(off));
}

CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/closed-socket", checks("sio-keepalive-vals.errno"),
                 rows(family), needs("wspioctl"), own_process()) {
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    test.given(socket.close());
    const KeepaliveVals vals;
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), FailsWith(WSAENOTSOCK));
}

// The WSATHREADID belongs to the caller again when the call has returned: a provider that uses it
// later, for its WPUQueueApc, has its own copy.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/keeps-a-copy-of-the-thread-id",
                 checks("sio-keepalive-vals.thread-id"), rows(family), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    const KeepaliveVals vals;
    auto arguments = vals.arguments;
    OverlappedOperation operation(test.winsock(), socket.handle(), Signal::completion_routine);
    operation.take_part_in(arguments);
    auto given = thread.id;
    const auto started = socket.ioctl(arguments, &given);
    operation.begun(started);
    REQUIRE_THAT(started, StartsOrSucceeds());
    const bool used_before = last_queued_apc() != nullptr;
    given = {};
    CHECK_THAT(operation.wait(), CompletesOnceWith(0));
    if (used_before || last_queued_apc() == nullptr) {
        throw NotApplicable("the provider does not use the thread id after the call has returned");
    }
    CHECK(last_queued_apc() != &given);
}

}  // namespace conformance
