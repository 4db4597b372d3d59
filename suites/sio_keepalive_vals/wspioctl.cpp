#include "cases/overlapped_operation.hpp"
#include "keepalive/switch.hpp"
#include "provider_socket.hpp"
#include "refusal.hpp"

namespace conformance {

using namespace parameters;

namespace {

const Parameter<MemoryKind> bad_overlapped("memory", {MemoryKind::unmapped, MemoryKind::no_access,
                                                      MemoryKind::kernel});

/// An OVERLAPPED in memory of that kind.
class OverlappedInMemory {
public:
    explicit OverlappedInMemory(MemoryKind kind)
        : memory_(kind, {reinterpret_cast<const unsigned char*>(&content_), sizeof content_}) {}

    void take_part_in(IoctlArguments& arguments) const {
        arguments.overlapped = static_cast<OVERLAPPED*>(memory_.data());
        arguments.overlapped_visible = false;
    }

private:
    OVERLAPPED content_{};
    Memory memory_;
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
    socket.require_keepalive(opposite(row[value]));
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
    socket.require_keepalive(off);
    const KeepaliveVals vals;
    CHECK_THAT(socket.ioctl(vals.arguments, nullptr), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

// A refusal is SOCKET_ERROR, with the reason in lpErrno. The result of WSAGetLastError, which the
// page names too, is only recorded.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/error-comes-through-lperrno",
                 checks("sio-keepalive-vals.errno"), rows(family, refusal_cause), needs("wspioctl"),
                 own_process()) {
    ProviderSocket socket(test, row[family]);
    socket.require_keepalive(off);
    ThreadId thread;
    const RefusedVals vals(row[refusal_cause]);
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), refusal_of(row[refusal_cause]));
    CHECK_THAT(socket.get_keepalive(), Stores(off));
}

CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/closed-socket", checks("sio-keepalive-vals.errno"),
                 rows(family), needs("wspioctl"), own_process()) {
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    require_success(socket.close());
    const KeepaliveVals vals;
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), FailsWith(WSAENOTSOCK));
}

// On a datagram socket it refuses as WSAIoctl does.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/datagram", checks("sio-keepalive-vals.enoprotoopt"),
                 rows(family, value), needs("wspioctl"), own_process()) {
    ProviderSocket socket(test, row[family], {SOCK_DGRAM, WSA_FLAG_OVERLAPPED});
    ThreadId thread;
    const KeepaliveVals vals(turned(row[value]));
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), FailsWith(WSAENOPROTOOPT));
}

// On a socket without the overlapped attribute it ignores lpOverlapped, even an invalid one.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/overlapped-ignored",
                 checks("sio-keepalive-vals.overlapped-ignored"), rows(family, bad_overlapped),
                 needs("wspioctl"), own_process()) {
    ProviderSocket socket(test, row[family], {SOCK_STREAM, 0});
    socket.require_keepalive(off);
    ThreadId thread;
    const OverlappedInMemory overlapped(row[bad_overlapped]);
    KeepaliveVals vals;
    overlapped.take_part_in(vals.arguments);
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

// On a socket with it, an OVERLAPPED in memory that cannot be written to is refused.
CONFORMANCE_CASE("sio-keepalive-vals/wspioctl/overlapped-in-invalid-memory",
                 checks("sio-keepalive-vals.efault"), rows(family, bad_overlapped),
                 needs("wspioctl"), own_process()) {
    ProviderSocket socket(test, row[family]);
    socket.require_keepalive(off);
    ThreadId thread;
    const OverlappedInMemory overlapped(row[bad_overlapped]);
    KeepaliveVals vals;
    overlapped.take_part_in(vals.arguments);
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), FailsWith(WSAEFAULT));
    CHECK_THAT(socket.get_keepalive(), Stores(off));
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
