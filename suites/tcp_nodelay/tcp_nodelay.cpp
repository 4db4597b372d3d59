#include "cases/common_parameters.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr Option<Truth> tcp_nodelay{IPPROTO_TCP, TCP_NODELAY};

const Parameter<int> too_short("optlen", {0, 1, 2, 3, -1});
const Parameter<int> longer("optlen", {5, 8, 16});

}  // namespace

// A new socket has the option off, however it was made.
CONFORMANCE_CASE("tcp-nodelay/default/new-socket", checks("tcp-nodelay.default-off"),
                 rows(family, creation)) {
    const auto socket = test.stream_socket(row[family], row[creation]);
    CHECK_OPTION(socket, tcp_nodelay, off);
}

// It is turned on and off, and read, in every state of a stream socket.
CONFORMANCE_CASE("tcp-nodelay/set/in-every-state", checks("tcp-nodelay.set"),
                 rows(family, socket_state)) {
    const SocketInState in_state(test, row[family], row[socket_state]);
    const auto& socket = in_state.socket();
    for (const auto to : {on, off, on}) {
        CHECK_THAT(socket.set(tcp_nodelay, to), Succeeds());
        CHECK_THAT(socket.get(tcp_nodelay), Stores(to));
    }
}

// One socket's setting is not another's.
CONFORMANCE_CASE("tcp-nodelay/set/one-socket-only", checks("tcp-nodelay.set"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    const auto other = test.stream_socket(row[family]);
    require_option(other, tcp_nodelay, off);
    CHECK_THAT(socket.set(tcp_nodelay, on), Succeeds());
    CHECK_OPTION(other, tcp_nodelay, off);
}

// Every value other than zero is TRUE, whichever of its four bytes is set.
CONFORMANCE_CASE("tcp-nodelay/boolean/other-than-zero-is-true", checks("tcp-nodelay.boolean"),
                 rows(family, value.of(1u, 2u, 0x100u, 0x10000u, 0x80000000u))) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(tcp_nodelay, row[value]), Succeeds());
    CHECK_OPTION(socket, tcp_nodelay, on);
}

// getsockopt reports a DWORD's size and writes nothing past it.
CONFORMANCE_CASE("tcp-nodelay/size/get-is-a-dword", checks("tcp-nodelay.size"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, tcp_nodelay, on);
    constexpr unsigned char fill = 0xA5;
    const auto result = socket.get_over(fill, tcp_nodelay, 16, 16);
    CHECK_THAT(result, ReportsSize(sizeof(DWORD)));
    CHECK_THAT(result, LeavesUntouched(sizeof(DWORD), fill));
}

// setsockopt accepts a longer length.
CONFORMANCE_CASE("tcp-nodelay/size/set-longer-than-dword", checks("tcp-nodelay.size"),
                 rows(family, longer)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(tcp_nodelay, on, row[longer]), Succeeds());
    CHECK_OPTION(socket, tcp_nodelay, on);
}

// A shorter length is refused, and the option keeps its value.
CONFORMANCE_CASE("tcp-nodelay/size/set-shorter-than-dword", checks("tcp-nodelay.short-optlen"),
                 rows(family, too_short)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(tcp_nodelay, on, row[too_short]), FailsWith(WSAEFAULT));
    require_option(socket, tcp_nodelay, off);
    CHECK_THAT(socket.set(tcp_nodelay, on, row[too_short]), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, tcp_nodelay, off);
}
CONFORMANCE_CASE("tcp-nodelay/size/get-shorter-than-dword", checks("tcp-nodelay.short-optlen"),
                 rows(family, too_short)) {
    const auto socket = test.stream_socket(row[family]);
    constexpr unsigned char fill = 0xA5;
    const auto result = socket.get_over(fill, tcp_nodelay, row[too_short]);
    CHECK_THAT(result, FailsWith(WSAEFAULT));
    CHECK_THAT(result, LeavesUntouched(0, fill));
    require_option(socket, tcp_nodelay, on);
}

// A datagram socket does not have the option.
CONFORMANCE_CASE("tcp-nodelay/unsupported/datagram", checks("tcp-nodelay.datagram"),
                 rows(family, datagram_state, set_or_get)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state]);
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(socket.set(tcp_nodelay, on), FailsWith(WSAENOPROTOOPT));
    } else {
        CHECK_THAT(socket.get(tcp_nodelay), FailsWith(WSAENOPROTOOPT));
    }
    require_option(test.stream_socket(row[family]), tcp_nodelay, on);
}

// An accepted socket has the setting of its listener.
CONFORMANCE_CASE("tcp-nodelay/accepted/as-its-listener", checks("tcp-nodelay.accept-inherits"),
                 rows(family, value)) {
    const auto listener = test.listener(row[family]);
    require_option(listener.socket(), tcp_nodelay, row[value]);
    const auto client = test.stream_socket(row[family]);
    require_success(test.winsock().connect(client.handle(), listener.address()));
    CHECK_OPTION(listener.accept(), tcp_nodelay, row[value]);
}

}  // namespace conformance
