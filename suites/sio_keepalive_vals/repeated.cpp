// Every call succeeds however often it is repeated, on every connection and in every thread.
#include "cases/threads.hpp"
#include "keepalive/repeated.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr std::size_t many_connections = 20;

SwitchTurn use_and_read(const Socket& socket, int count) {
    return turn_and_read(socket, count, [](const Socket& of, std::uint32_t to) {
        return KeepaliveVals(turned(to)).on(of);
    });
}

std::vector<ConnectedPair> connected_pairs(const Test& test, Family of_family, std::size_t count) {
    std::vector<ConnectedPair> pairs;
    for (std::size_t i = 0; i < count; ++i) {
        pairs.push_back(test.connected_pair(of_family));
    }
    return pairs;
}

}  // namespace

// Setting the current values again succeeds.
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
    check_turn(test, use_and_read(pair.client, repetitions));
}

// Many connections have it at the same time, each its own.
CONFORMANCE_CASE("sio-keepalive-vals/on-many-connections",
                 checks("sio-keepalive-vals.wsaioctl", "sio-keepalive-vals.per-connection"),
                 rows(family)) {
    const auto pairs = connected_pairs(test, row[family], many_connections);
    CallResult used;
    for (std::size_t next = 0; next < many_connections && !used.failed; ++next) {
        used = KeepaliveVals(turned(by_turns(next))).on(pairs[next].client);
    }
    CHECK_THAT(used, Succeeds());
    std::size_t i = 0;
    while (i + 1 < many_connections &&
           Stores(by_turns(i)).match(pairs[i].client.get(so_keepalive))) {
        ++i;
    }
    CAPTURE(i);
    CHECK_OPTION(pairs[i].client, so_keepalive, by_turns(i));
}

// Many threads use it at the same time, each on its own connection.
CONFORMANCE_CASE("sio-keepalive-vals/from-many-threads",
                 checks("sio-keepalive-vals.wsaioctl", "sio-keepalive-vals.per-connection"),
                 rows(family)) {
    const auto pairs = connected_pairs(test, row[family], many_threads);
    for (const auto& use : in_threads<SwitchTurn>(many_threads, [&](std::size_t i) {
             return use_and_read(pairs[i].client, repetitions_in_a_thread);
         })) {
        check_turn(test, use);
    }
}

}  // namespace conformance
