// Every call succeeds however often it is repeated, on every socket and in every thread.
#include "cases/threads.hpp"
#include "keepalive/repeated.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr std::size_t many_sockets = 60;

SwitchTurn set_and_read(const Socket& socket, int count) {
    return turn_and_read(
        socket, count, [](const Socket& of, std::uint32_t to) { return of.set(so_keepalive, to); });
}

std::vector<SwitchTurn> set_and_read_in_threads(const Test& test, Family of_family) {
    std::vector<Socket> all;
    for (std::size_t i = 0; i < many_threads; ++i) {
        all.push_back(test.stream_socket(of_family));
    }
    return in_threads<SwitchTurn>(
        many_threads, [&](std::size_t i) { return set_and_read(all[i], repetitions_in_a_thread); });
}

void check_get(const Test& test, const SwitchTurn& turn) {
    require_success(turn.turned);
    if (!Stores(turn.value).match(turn.reading)) {
        require_settable(test.winsock(), so_keepalive);
    }
    CHECK_THAT(turn.reading, Stores(turn.value));
}

}  // namespace

// Setting the value that is set already succeeds.
CONFORMANCE_CASE("so-keepalive/set/again", checks("so-keepalive.set"), rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, row[value]);
    CHECK_THAT(socket.set(so_keepalive, row[value]), Succeeds());
    CHECK_OPTION(socket, so_keepalive, row[value]);
    // A stack that does nothing has not done this.
    require_option(socket, so_keepalive, opposite(row[value]));
}

// Reading changes nothing: it reads the same again.
CONFORMANCE_CASE("so-keepalive/get/again", checks("so-keepalive.get"), rows(family, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_success(socket.set(so_keepalive, opposite(row[value])));
    require_success(socket.set(so_keepalive, row[value]));
    CHECK_READS(socket, so_keepalive, row[value]);
    CHECK_READS(socket, so_keepalive, row[value]);
    require_option(socket, so_keepalive, opposite(row[value]));
}

// It can be set any number of times.
CONFORMANCE_CASE("so-keepalive/set/many-times", checks("so-keepalive.set"), rows(family)) {
    check_turn(test, set_and_read(test.stream_socket(row[family]), repetitions));
}

// It can be read any number of times.
CONFORMANCE_CASE("so-keepalive/get/many-times", checks("so-keepalive.get"), rows(family)) {
    check_get(test, set_and_read(test.stream_socket(row[family]), repetitions));
}

// Many sockets have it at the same time, each its own.
CONFORMANCE_CASE("so-keepalive/set/on-many-sockets", checks("so-keepalive.set"), rows(family)) {
    std::vector<Socket> all;
    for (std::size_t made = 0; made < many_sockets; ++made) {
        all.push_back(test.stream_socket(row[family]));
        require_option(all.back(), so_keepalive, opposite(by_turns(made)));
    }
    CallResult set;
    for (std::size_t next = 0; next < many_sockets && !set.failed; ++next) {
        set = all[next].set(so_keepalive, by_turns(next));
    }
    CHECK_THAT(set, Succeeds());
    std::size_t i = 0;
    while (i + 1 < many_sockets && Stores(by_turns(i)).match(all[i].get(so_keepalive))) {
        ++i;
    }
    CAPTURE(i);
    CHECK_OPTION(all[i], so_keepalive, by_turns(i));
}

// Many threads set it at the same time, each on its own socket.
CONFORMANCE_CASE("so-keepalive/set/from-many-threads", checks("so-keepalive.set"), rows(family)) {
    for (const auto& turn : set_and_read_in_threads(test, row[family])) {
        check_turn(test, turn);
    }
}

// Many threads read it at the same time, each on its own socket.
CONFORMANCE_CASE("so-keepalive/get/from-many-threads", checks("so-keepalive.get"), rows(family)) {
    for (const auto& turn : set_and_read_in_threads(test, row[family])) {
        check_get(test, turn);
    }
}

}  // namespace conformance
