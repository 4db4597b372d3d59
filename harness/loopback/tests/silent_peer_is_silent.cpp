#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "loopback/silent_peer.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"

using namespace conformance;
using namespace std::chrono_literals;

namespace {

/// What `make` gives; the test is skipped where the machine has no such thing.
template <typename Make>
auto or_skipped(Make make) -> decltype(make()) {
    try {
        return make();
    } catch (const Inconclusive& reason) {
        SKIP(reason.what());
    }
    return {};
}

std::unique_ptr<SilentPeer> peer_at(const Address& address) {
    return or_skipped([&] { return std::make_unique<SilentPeer>(address); });
}

}  // namespace

TEST_CASE("a peer accepts connections, and falls silent") {
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    auto peer = peer_at(Address::loopback(family));
    LoadedWinsock loaded;
    const auto client = make_stream_socket(loaded.winsock, family);
    require_success(loaded.winsock.connect(client.handle(), peer->address()));
    peer->accept();
    peer->fall_silent();
}

TEST_CASE("a peer to which nobody connects says so") {
    auto peer = peer_at(Address::loopback(Family::ipv4));
    CHECK_THROWS_AS(peer->accept(), Inconclusive);
}

TEST_CASE("a control connection that still hears is no proof of silence") {
    LoadedWinsock loaded;
    const auto peer = or_skipped([] { return start_wine_helper(Address::loopback(Family::ipv4)); });
    const auto client = make_stream_socket(loaded.winsock, Family::ipv4);
    require_success(loaded.winsock.connect(client.handle(), peer->address()));
    peer->accept();
    constexpr std::array<unsigned char, 1> byte{7};
    require_success(loaded.winsock.send(client.handle(), byte));
    CHECK(peer->first_has_byte_within(5s));
    peer->begin();
    require_success(loaded.winsock.send(client.handle(), byte));
    CHECK_FALSE(peer->first_has_byte_within(100ms));
}
