#include <array>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "loopback/connected_pair.hpp"
#include "loopback/listener.hpp"
#include "model/inconclusive.hpp"

using namespace conformance;

TEST_CASE("every address is a loopback address") {
    const auto ipv4 = Address::loopback(Family::ipv4, 0x1234);
    const auto& v4 = *reinterpret_cast<const sockaddr_in*>(ipv4.data());
    CHECK(v4.sin_family == AF_INET);
    CHECK(v4.sin_addr.S_un.S_addr == 0x0100007F);
    CHECK(v4.sin_port == 0x3412);
    CHECK(ipv4.port() == 0x1234);
    const auto ipv6 = Address::loopback(Family::ipv6, 0x1234);
    const auto& v6 = *reinterpret_cast<const sockaddr_in6*>(ipv6.data());
    CHECK(v6.sin6_family == AF_INET6);
    for (int i = 0; i < 16; ++i) {
        CHECK(v6.sin6_addr.s6_addr[i] == (i == 15 ? 1 : 0));
    }
    CHECK(ipv6.port() == 0x1234);
}

TEST_CASE("a listener is bound to loopback at a port of the system's choice") {
    LoadedWinsock loaded;
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    const Listener one(loaded.winsock, family);
    const Listener two(loaded.winsock, family);
    CHECK(one.address().port() != 0);
    CHECK(one.address().port() != two.address().port());
}

TEST_CASE("a connected pair carries bytes") {
    LoadedWinsock loaded;
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    const auto pair = make_connected_pair(loaded.winsock, family);
    const std::array<unsigned char, 3> sent{1, 2, 3};
    CHECK(loaded.winsock.send(pair.client.handle(), sent).value == 3);
    std::array<unsigned char, 3> received{};
    CHECK(loaded.winsock.recv(pair.server.handle(), received).value == 3);
    CHECK(received == sent);
}

TEST_CASE("a set-up that fails is inconclusive, and names the call and its answer") {
    try {
        require_success(CallResult{"bind", -1, true, WSAEADDRINUSE});
        FAIL("not thrown");
    } catch (const Inconclusive& reason) {
        CHECK(std::string(reason.what()) ==
              "set-up: bind answered SOCKET_ERROR/WSAEADDRINUSE (10048)");
    }
}
