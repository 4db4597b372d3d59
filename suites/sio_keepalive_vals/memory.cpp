#include "cases/overlapped_operation.hpp"
#include "keepalive/switch.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

// NULL is not tested here: for lpOverlapped and lpCompletionRoutine it means "none", and for
// lpcbBytesReturned, which is not documented, there is a requirement of its own.
static const Parameter<MemoryKind> invalid("memory", {MemoryKind::unmapped, MemoryKind::no_access,
                                                      MemoryKind::guard, MemoryKind::kernel,
                                                      MemoryKind::run_over, MemoryKind::read_only});

// An OVERLAPPED in memory that the system cannot write to is refused.
CONFORMANCE_CASE("sio-keepalive-vals/memory/overlapped", checks("sio-keepalive-vals.efault"),
                 rows(family, invalid)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    const OVERLAPPED content{};
    const Memory memory(row[invalid],
                        {reinterpret_cast<const unsigned char*>(&content), sizeof content});
    KeepaliveVals vals;
    vals.arguments.overlapped = static_cast<OVERLAPPED*>(memory.data());
    vals.arguments.overlapped_visible = false;
    CHECK_THAT(vals.on(socket), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, so_keepalive, off);
}

// A completion routine where no code can be is refused with WSAEFAULT. A provider that takes it
// would call it in an alertable wait, of which this process, which the row has for itself, does
// none.
CONFORMANCE_CASE("sio-keepalive-vals/memory/completion-routine",
                 checks("sio-keepalive-vals.efault"), rows(family, no_code), own_process()) {
    require_success(test.winsock().startup(MAKEWORD(2, 2)));
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, on);
    require_option(socket, so_keepalive, off);
    const Memory memory(row[no_code], 0);
    OverlappedOperation operation(socket, Signal::completion_routine);
    KeepaliveVals vals;
    operation.take_part_in(vals.arguments);
    vals.arguments.routine = reinterpret_cast<LPWSAOVERLAPPED_COMPLETION_ROUTINE>(memory.data());
    operation.abandon();
    CHECK_THAT(vals.on(socket), FailsWith(WSAEFAULT));
    CHECK_THAT(socket.get(so_keepalive), Stores(off));
}

// An input in memory that cannot be read is refused.
CONFORMANCE_CASE("sio-keepalive-vals/memory/input", checks("sio-keepalive-vals.efault-input"),
                 rows(family, unreadable)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    const Memory memory(row[unreadable], bytes_of_values(turned_on));
    KeepaliveVals vals;
    vals.arguments.input = memory.data();
    vals.arguments.visible_input = {};
    CHECK_THAT(vals.on(socket), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, so_keepalive, off);
}

// A count of bytes returned in memory that cannot be written to is refused with WSAEFAULT.
CONFORMANCE_CASE("sio-keepalive-vals/memory/bytes-returned",
                 checks("sio-keepalive-vals.efault-input"), rows(family, invalid)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    const Memory memory(row[invalid], KeepaliveVals::unwritten);
    KeepaliveVals vals;
    vals.arguments.bytes_returned = static_cast<DWORD*>(memory.data());
    vals.arguments.bytes_returned_visible = false;
    CHECK_THAT(vals.on(socket), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, so_keepalive, off);
}

}  // namespace conformance
