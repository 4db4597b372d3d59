#include <array>
#include <cstddef>
#include <type_traits>

#include "mstcpip_alone.hpp"
#include "provider_socket.hpp"
#include "turn_on.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr DWORD documented_code = 0x98000004;

/// The structure as the page describes it, without the header's help.
CallResult set_by_three_numbers(const Socket& socket, const std::array<u_long, 3>& numbers) {
    KeepaliveVals vals;
    vals.arguments.code = documented_code;
    vals.arguments.input = numbers.data();
    vals.arguments.input_size = sizeof numbers;
    vals.arguments.visible_input = {reinterpret_cast<const unsigned char*>(numbers.data()),
                                    sizeof numbers};
    return vals.on(socket);
}

}  // namespace

// The control code is 0x98000004, in the header and at run time.
CONFORMANCE_CASE("sio-keepalive-vals/header/code-is-0x98000004",
                 checks("sio-keepalive-vals.constant"), rows(family)) {
    CHECK(SIO_KEEPALIVE_VALS == documented_code);
    CHECK(documented_code == (IOC_IN | IOC_VENDOR | 4));
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    vals.arguments.code = documented_code;
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// Mstcpip.h has the structure.
CONFORMANCE_CASE("sio-keepalive-vals/header/mstcpip-alone", checks("sio-keepalive-vals.header"),
                 rows(family)) {
    CHECK(mstcpip_alone::size_of_tcp_keepalive >= 3 * sizeof(u_long));
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    vals.arguments.code = mstcpip_alone::control_code;
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// WSAIoctl takes nine parameters, of which the completion routine may be left out.
CONFORMANCE_CASE("sio-keepalive-vals/prototype/wsaioctl", checks("sio-keepalive-vals.prototype"),
                 rows(family)) {
    using Documented = int(WSAAPI*)(SOCKET, DWORD, LPVOID, DWORD, LPVOID, DWORD, LPDWORD,
                                    LPWSAOVERLAPPED, LPWSAOVERLAPPED_COMPLETION_ROUTINE);
    CHECK(std::is_same_v<decltype(&::WSAIoctl), Documented>);
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    const KeepaliveVals vals;
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// WSPIoctl takes eleven, the last two being lpThreadId and lpErrno, and called so it works.
CONFORMANCE_CASE("sio-keepalive-vals/prototype/wspioctl", checks("sio-keepalive-vals.prototype"),
                 rows(family), needs("wspioctl"), own_process()) {
    using Documented =
        int(WSPAPI*)(SOCKET, DWORD, LPVOID, DWORD, LPVOID, DWORD, LPDWORD, LPWSAOVERLAPPED,
                     LPWSAOVERLAPPED_COMPLETION_ROUTINE, LPWSATHREADID, LPINT);
    CHECK(std::is_same_v<LPWSPIOCTL, Documented>);
    CHECK(std::is_same_v<decltype(WSPPROC_TABLE::lpWSPIoctl), Documented>);
    ProviderSocket socket(test, row[family]);
    ThreadId thread;
    socket.require_keepalive(off);
    const KeepaliveVals vals;
    CHECK_THAT(socket.ioctl(vals.arguments, &thread.id), Succeeds());
    CHECK_THAT(socket.get_keepalive(), Stores(on));
}

// The structure is onoff, keepalivetime and keepaliveinterval, each a u_long.
CONFORMANCE_CASE("sio-keepalive-vals/struct/members", checks("sio-keepalive-vals.struct"),
                 rows(family)) {
    CHECK(std::is_same_v<decltype(tcp_keepalive::onoff), u_long>);
    CHECK(std::is_same_v<decltype(tcp_keepalive::keepalivetime), u_long>);
    CHECK(std::is_same_v<decltype(tcp_keepalive::keepaliveinterval), u_long>);
    CHECK(offsetof(tcp_keepalive, onoff) == 0);
    CHECK(offsetof(tcp_keepalive, keepalivetime) == sizeof(u_long));
    CHECK(offsetof(tcp_keepalive, keepaliveinterval) == 2 * sizeof(u_long));
    // The first of the three numbers is the switch, and the others are not.
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    CHECK_THAT(set_by_three_numbers(socket, {1, 5000, 7000}), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
    CHECK_THAT(set_by_three_numbers(socket, {0, 5000, 7000}), Succeeds());
    CHECK_OPTION(socket, so_keepalive, off);
}

// It has twelve bytes, and twelve bytes are enough.
CONFORMANCE_CASE("sio-keepalive-vals/struct/size", checks("sio-keepalive-vals.struct-size"),
                 rows(family)) {
    CHECK(sizeof(tcp_keepalive) == 12);
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    vals.arguments.input_size = 12;
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

}  // namespace conformance
