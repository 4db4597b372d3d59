#include <chrono>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "loopback/blocked_connect.hpp"
#include "loopback/listener.hpp"
#include "loopback/pending_connect.hpp"
#include "loopback/tcp_table.hpp"
#include "model/inconclusive.hpp"

using namespace conformance;

TEST_CASE("a pending connect is in progress and stays so") {
    LoadedWinsock loaded;
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    const auto by = GENERATE(ConnectBy::connect_asynchronous, ConnectBy::wsa_connect_asynchronous,
                             ConnectBy::connect_ex, ConnectBy::connect_event_select,
                             ConnectBy::connect_async_select, ConnectBy::connect,
                             ConnectBy::wsa_connect, ConnectBy::wsa_connect_by_name);
    CAPTURE(to_text(family), to_text(by));
    PendingConnect connecting(loaded.winsock, family, by);
    CHECK_NOTHROW(connecting.require_in_progress());
}

TEST_CASE("a connect that is done is not taken for one in progress") {
    LoadedWinsock loaded;
    const auto by = GENERATE(ConnectBy::connect_asynchronous, ConnectBy::connect_ex);
    const Listener listener(loaded.winsock, Family::ipv4);
    const auto socket = make_stream_socket(loaded.winsock, Family::ipv4);
    ConnectAttempt attempt(socket, listener.address(), by);
    CHECK_FALSE(attempt.in_progress(setup_timeout()));
    attempt.complete();
    CHECK_FALSE(attempt.in_progress(std::chrono::milliseconds(0)));
}

TEST_CASE("a function that waits and has connected is not taken for one in progress") {
    LoadedWinsock loaded;
    const Listener listener(loaded.winsock, Family::ipv4);
    const auto socket = make_stream_socket(loaded.winsock, Family::ipv4);
    BlockedConnect connecting(socket, listener.address(), ConnectBy::connect);
    connecting.complete();
    CHECK_FALSE(connecting.in_progress(std::chrono::milliseconds(0)));
}

TEST_CASE("the system's table has a pending connect's SYN, and no other") {
    LoadedWinsock loaded;
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    CAPTURE(to_text(family));
    PendingConnect connecting(loaded.winsock, family, ConnectBy::connect_asynchronous);
    const Listener listener(loaded.winsock, family);
    const auto socket = make_stream_socket(loaded.winsock, family);
    connect_by(socket, listener.address(), ConnectBy::connect);
    CHECK(has_unanswered_syn(family, connecting.target().port()));
    CHECK_FALSE(has_unanswered_syn(family, listener.address().port()));
}

TEST_CASE("a pending connect completes when it is let") {
    LoadedWinsock loaded;
    const auto by = GENERATE(ConnectBy::connect_asynchronous, ConnectBy::connect_ex,
                             ConnectBy::connect, ConnectBy::wsa_connect_by_name);
    CAPTURE(to_text(by));
    PendingConnect connecting(loaded.winsock, Family::ipv4, by);
    connecting.let_complete();
    auto peer = Address::loopback(Family::ipv4);
    CHECK_FALSE(loaded.winsock.getpeername(connecting.socket().handle(), peer).failed);
    CHECK_THROWS_AS(connecting.require_in_progress(), Inconclusive);
}

TEST_CASE("a function that waits and fails is no connect in progress") {
    LoadedWinsock loaded;
    const Listener listener(loaded.winsock, Family::ipv4);
    const auto socket = make_stream_socket(loaded.winsock, Family::ipv4);
    connect_by(socket, listener.address(), ConnectBy::connect);
    BlockedConnect again(socket, listener.address(), ConnectBy::connect);
    CHECK_FALSE(again.in_progress(setup_timeout()));
    CHECK_THROWS_AS(again.complete(), Inconclusive);
}
