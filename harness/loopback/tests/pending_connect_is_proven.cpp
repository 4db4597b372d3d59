#include <stdexcept>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "loopback/listener.hpp"
#include "loopback/pending_connect.hpp"

using namespace conformance;

TEST_CASE("a pending connect is in progress and stays so") {
    LoadedWinsock loaded;
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    const auto by = GENERATE(ConnectBy::connect_asynchronous, ConnectBy::wsa_connect_asynchronous,
                             ConnectBy::connect_ex);
    CAPTURE(to_text(family), to_text(by));
    PendingConnect connecting(loaded.winsock, family, by);
    CHECK_NOTHROW(connecting.must_be_in_progress());
}

TEST_CASE("a connect that is done is not taken for one in progress") {
    LoadedWinsock loaded;
    const auto by = GENERATE(ConnectBy::connect_asynchronous, ConnectBy::connect_ex);
    const Listener listener(loaded.winsock, Family::ipv4);
    const auto socket = make_stream_socket(loaded.winsock, Family::ipv4);
    ConnectAttempt attempt(socket, listener.address(), by);
    CHECK_FALSE(attempt.in_progress(set_up_timeout()));
    attempt.complete();
    CHECK_FALSE(attempt.in_progress());
}

TEST_CASE("asking for a pending connect by a function that waits is a fault") {
    LoadedWinsock loaded;
    CHECK_THROWS_AS(PendingConnect(loaded.winsock, Family::ipv4, ConnectBy::wsa_connect_by_name),
                    std::logic_error);
}
