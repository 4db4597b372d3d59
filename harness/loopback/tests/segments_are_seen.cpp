#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../../winsock/tests/loaded_winsock.hpp"
#include "loopback/listener.hpp"
#include "loopback/wire_tap.hpp"
#include "loopback/wire_watcher.hpp"
#include "model/inconclusive.hpp"

using namespace conformance;
using namespace std::chrono_literals;

TEST_CASE("a watched connection is seen from its handshake to its end, and no other") {
    LoadedWinsock loaded;
    const auto family = GENERATE(Family::ipv4, Family::ipv6);
    const auto memory = std::make_unique<WireMemory>();
    const WireWatcher watcher(family, *memory);
    std::optional<WireTap> tap;
    try {
        tap.emplace(family, *memory);
    } catch (const Inconclusive& reason) {
        SKIP(reason.what());
    }
    const Listener listener(loaded.winsock, tap->local());
    const auto begin = tap->now_us();
    {
        const auto client = make_stream_socket(loaded.winsock, family);
        const auto other = make_stream_socket(loaded.winsock, family);
        const auto local = bind_to(client, tap->local());
        REQUIRE(tap->watch(local.port(), listener.address().port()) == 1);
        require_success(loaded.winsock.connect(client.handle(), listener.address()));
        require_success(loaded.winsock.connect(other.handle(), listener.address()));
        const auto accepted = listener.accept();
        constexpr std::array<unsigned char, 3> bytes{1, 2, 3};
        require_success(loaded.winsock.send(client.handle(), bytes));
    }
    const auto has = [](const char* kind) {
        return [=](const std::vector<Segment>& segments) {
            return std::ranges::find(segments, kind, &Segment::kind) != segments.end();
        };
    };
    CHECK(tap->wait_until(has("data"), 5s));
    CHECK(tap->wait_until([&](const auto& seen) { return has("end")(seen) || has("reset")(seen); },
                          5s));
    CHECK_FALSE(tap->wait_until(has("probe"), 1ms));
    const auto segments = tap->segments();
    // Each once, however often the system shows a packet on its way.
    std::set<std::string> handshakes;
    for (const auto& segment : segments) {
        if (segment.kind == "handshake") {
            handshakes.insert(segment.from);
        }
    }
    CHECK(handshakes == std::set<std::string>{"client", "server"});
    for (const auto& segment : segments) {
        CHECK(segment.connection == 1);
        CHECK(segment.family == to_text(family));
        CHECK(begin <= segment.at_us);
        CHECK(segment.not_before_us <= segment.at_us);
        CHECK(segment.at_us <= tap->now_us());
        CHECK(segment.bytes.size() >= 40);
    }
    const auto data = std::ranges::find(segments, "data", &Segment::kind);
    REQUIRE(data != segments.end());
    CHECK(data->payload == 3);
    CHECK(data->bytes.ends_with("010203"));
}
