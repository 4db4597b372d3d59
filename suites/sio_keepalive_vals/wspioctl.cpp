#include "cases/overlapped_operation.hpp"
#include "turn_on.hpp"
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
    ~ProviderSocket() { provider_.closesocket(s_); }

    BaseProvider& provider() noexcept { return provider_; }
    SOCKET handle() const noexcept { return s_; }
    CallResult set_keepalive(std::uint32_t to) { return provider_.set_keepalive(s_, to); }
    OptionResult get_keepalive() { return provider_.get_keepalive(s_); }
    CallResult ioctl(const IoctlArguments& arguments, WSATHREADID* thread) {
        return provider_.ioctl(s_, arguments, thread);
    }

private:
    BaseProvider provider_;
    SOCKET s_ = INVALID_SOCKET;
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

enum class Cause { short_input, unknown_code, closed_socket };

std::string to_text(Cause cause) {
    switch (cause) {
        case Cause::short_input: return "cbInBuffer-11";
        case Cause::unknown_code: return "unknown-code";
        case Cause::closed_socket: return "no-socket";
    }
    return {};
}

const Parameter<Cause> cause("cause",
                             {Cause::short_input, Cause::unknown_code, Cause::closed_socket});

CallMatcher refusal(Cause why) {
    switch (why) {
        case Cause::unknown_code: return FailsWith(WSAEINVAL);
        case Cause::closed_socket: return FailsWith(WSAENOTSOCK);
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
    test.given(socket.set_keepalive(opposite(row[value])));
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
    const KeepaliveVals vals;
    CHECK_THAT(socket.ioctl(vals.arguments, nullptr), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

// Refused, it says so by SOCKET_ERROR, and why through lpErrno. What WSAGetLastError tells, which
// the page names too, stands in the record.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/error-comes-through-lperrno",
                 checks("sio-keepalive-vals.errno"), rows(family, cause), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    KeepaliveVals vals;
    auto s = socket.handle();
    switch (row[cause]) {
        case Cause::short_input: vals.arguments.input_size = sizeof(tcp_keepalive) - 1; break;
        case Cause::unknown_code: vals.arguments.code = IOC_IN | IOC_VENDOR | 0x7FFF; break;
        case Cause::closed_socket: s = INVALID_SOCKET; break;
    }
    CHECK_THAT(socket.provider().ioctl(s, vals.arguments, &thread.id), refusal(row[cause]));
    CHECK_THAT(socket.get_keepalive(), Stores(off));
}

// The WSATHREADID belongs to the caller again when the call has returned: the provider has its own
// copy, and the completion routine runs in the thread that it names.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/keeps-a-copy-of-the-thread-id",
                 checks("sio-keepalive-vals.thread-id"), rows(family), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    KeepaliveVals vals;
    OverlappedOperation operation(test.winsock(), socket.handle(), Signal::completion_routine);
    operation.take_part_in(vals.arguments);
    auto given = thread.id;
    REQUIRE_THAT(socket.ioctl(vals.arguments, &given), StartsOrSucceeds());
    given = {};
    CHECK_THAT(operation.wait(), CompletesOnceWith(0));
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

}  // namespace conformance
