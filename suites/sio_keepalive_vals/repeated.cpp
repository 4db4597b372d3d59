// What works once works every time, on every connection and in every thread.
#include "cases/threads.hpp"
#include "keepalive/switch.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr int repetitions = 60;
constexpr std::size_t many_connections = 20;
constexpr std::size_t many_threads = 4;
constexpr int repetitions_in_a_thread = 20;

std::uint32_t value_of(std::size_t i) {
    return i % 2 == 0 ? on : off;
}

/// The first use of many that is not as it should be, or the last.
struct SwitchUse {
    std::uint32_t value = off;
    CallResult used;
    OptionResult reading;
};

/// Turns keep-alive on and off in turn, and reads the switch.
SwitchUse use_and_read(const Socket& socket, int count) {
    SwitchUse use;
    for (int i = 0; i < count; ++i) {
        use.value = opposite(use.value);
        use.used = KeepaliveVals(turned(use.value)).on(socket);
        use.reading = use.used.failed ? OptionResult{} : socket.get(so_keepalive);
        if (!Succeeds().match(use.used) || !Stores(use.value).match(use.reading)) {
            break;
        }
    }
    return use;
}

void check_use(const Test& test, const SwitchUse& use) {
    CHECK_THAT(use.used, Succeeds());
    if (Succeeds().match(use.used)) {
        require_success(use.reading);
        if (!Stores(use.value).match(use.reading)) {
            require_readable(test.winsock(), so_keepalive);
        }
        CHECK_THAT(use.reading, Stores(use.value));
    }
}

std::vector<ConnectedPair> connected_pairs(const Test& test, Family of_family, std::size_t count) {
    std::vector<ConnectedPair> pairs;
    for (std::size_t i = 0; i < count; ++i) {
        pairs.push_back(test.connected_pair(of_family));
    }
    return pairs;
}

}  // namespace

// Setting what is set already succeeds.
CONFORMANCE_CASE("sio-keepalive-vals/again", checks("sio-keepalive-vals.wsaioctl"),
                 rows(family, value)) {
    const auto pair = test.connected_pair(row[family]);
    require_success(KeepaliveVals(turned(row[value])).on(pair.client));
    CHECK_THAT(KeepaliveVals(turned(row[value])).on(pair.client), Succeeds());
    CHECK_OPTION(pair.client, so_keepalive, row[value]);
    require_working_code(pair.client);
}

// It can be used any number of times.
CONFORMANCE_CASE("sio-keepalive-vals/many-times", checks("sio-keepalive-vals.wsaioctl"),
                 rows(family)) {
    const auto pair = test.connected_pair(row[family]);
    check_use(test, use_and_read(pair.client, repetitions));
}

// Many connections have it at the same time, each its own.
CONFORMANCE_CASE("sio-keepalive-vals/on-many-connections",
                 checks("sio-keepalive-vals.wsaioctl", "sio-keepalive-vals.per-connection"),
                 rows(family)) {
    const auto pairs = connected_pairs(test, row[family], many_connections);
    CallResult used;
    for (std::size_t next = 0; next < many_connections && !used.failed; ++next) {
        used = KeepaliveVals(turned(value_of(next))).on(pairs[next].client);
    }
    CHECK_THAT(used, Succeeds());
    std::size_t i = 0;
    while (i + 1 < many_connections &&
           Stores(value_of(i)).match(pairs[i].client.get(so_keepalive))) {
        ++i;
    }
    CAPTURE(i);
    CHECK_OPTION(pairs[i].client, so_keepalive, value_of(i));
}

// Many threads use it at the same time, each on a connection of its own.
CONFORMANCE_CASE("sio-keepalive-vals/from-many-threads",
                 checks("sio-keepalive-vals.wsaioctl", "sio-keepalive-vals.per-connection"),
                 rows(family)) {
    const auto pairs = connected_pairs(test, row[family], many_threads);
    for (const auto& use : in_threads<SwitchUse>(many_threads, [&](std::size_t i) {
             return use_and_read(pairs[i].client, repetitions_in_a_thread);
         })) {
        check_use(test, use);
    }
}

}  // namespace conformance
