#include <array>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "cases/foreign_handles.hpp"
#include "cases/socket_states.hpp"

using namespace conformance;

namespace {

/// What a receive answers, as a fingerprint of a socket's state: it never blocks.
CallResult receive(const Socket& socket) {
    socket.winsock().set_blocking(socket.handle(), false);
    std::array<unsigned char, 1> byte{};
    return socket.winsock().recv(socket.handle(), byte);
}

CallResult send(const Socket& socket) {
    const std::array<unsigned char, 1> byte{1};
    return socket.winsock().send(socket.handle(), byte);
}

}  // namespace

TEST_CASE("a socket is in the state that was asked for") {
    LoadedWinsock loaded;
    const auto wire = std::make_unique<WireMemory>();
    RowResult result;
    Test::Findings findings;
    const Test test({loaded.winsock, nullptr, *wire}, result, findings);
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    const auto in = [&](SocketState state) { return SocketInState(test, family, state); };

    CHECK(receive(in(SocketState::fresh).socket()).error == WSAENOTCONN);
    CHECK(receive(in(SocketState::bound).socket()).error == WSAENOTCONN);
    // Not connected; what a receive answers then differs between stacks.
    CHECK(send(in(SocketState::after_failed_connect).socket()).failed);
    CHECK(receive(in(SocketState::connected).socket()).error == WSAEWOULDBLOCK);
    CHECK(receive(in(SocketState::accepted).socket()).error == WSAEWOULDBLOCK);
    CHECK(receive(in(SocketState::peer_closed).socket()).value == 0);
    CHECK(send(in(SocketState::shut_down_send).socket()).error == WSAESHUTDOWN);
    CHECK(send(in(SocketState::shut_down_both).socket()).error == WSAESHUTDOWN);
    const auto listening = in(SocketState::listening);
    loaded.winsock.set_blocking(listening.socket().handle(), false);
    CHECK(loaded.winsock.accept(listening.socket().handle()).error == WSAEWOULDBLOCK);
}

TEST_CASE("a foreign handle is no socket") {
    LoadedWinsock loaded;
    const auto wire = std::make_unique<WireMemory>();
    RowResult result;
    Test::Findings findings;
    const Test test({loaded.winsock, nullptr, *wire}, result, findings);
    const auto kind =
        GENERATE(HandleKind::closed_ipv4_socket, HandleKind::closed_ipv6_socket, HandleKind::file,
                 HandleKind::event, HandleKind::pipe, HandleKind::invalid_socket, HandleKind::zero);
    CAPTURE(to_text(kind));
    const ForeignHandle handle(test, kind);
    CHECK(loaded.winsock.closesocket(handle.get()).error == WSAENOTSOCK);
}
