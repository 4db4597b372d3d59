// What works once works every time, on every socket and in every thread.
#include "cases/common_parameters.hpp"
#include "cases/threads.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr int repetitions = 60;
constexpr std::size_t many_sockets = 60;
constexpr std::size_t many_threads = 4;
constexpr int repetitions_in_a_thread = 20;

/// The first setting and reading of many that is not as it should be, or the last.
struct SetAndRead {
    std::uint32_t value = off;
    CallResult set;
    OptionResult reading;
};

/// Sets and reads in turn, on and off.
SetAndRead set_and_read(const Socket& socket, int count) {
    SetAndRead attempt;
    for (int i = 0; i < count; ++i) {
        attempt.value = opposite(attempt.value);
        attempt.set = socket.set(so_keepalive, attempt.value);
        attempt.reading = attempt.set.failed ? OptionResult{} : socket.get(so_keepalive);
        if (!Succeeds().match(attempt.set) || !Stores(attempt.value).match(attempt.reading)) {
            break;
        }
    }
    return attempt;
}

std::vector<SetAndRead> set_and_read_in_threads(const Test& test, Family of_family) {
    std::vector<Socket> all;
    for (std::size_t i = 0; i < many_threads; ++i) {
        all.push_back(test.stream_socket(of_family));
    }
    return in_threads<SetAndRead>(
        many_threads, [&](std::size_t i) { return set_and_read(all[i], repetitions_in_a_thread); });
}

void check_set(const Test& test, const SetAndRead& attempt) {
    CHECK_THAT(attempt.set, Succeeds());
    if (Succeeds().match(attempt.set)) {
        require_success(attempt.reading);
        if (!Stores(attempt.value).match(attempt.reading)) {
            require_readable(test.winsock(), so_keepalive);
        }
        CHECK_THAT(attempt.reading, Stores(attempt.value));
    }
}

void check_get(const Test& test, const SetAndRead& attempt) {
    require_success(attempt.set);
    if (!Stores(attempt.value).match(attempt.reading)) {
        require_settable(test.winsock(), so_keepalive);
    }
    CHECK_THAT(attempt.reading, Stores(attempt.value));
}

std::uint32_t value_of(std::size_t i) {
    return i % 2 == 0 ? on : off;
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
    check_set(test, set_and_read(test.stream_socket(row[family]), repetitions));
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
        require_option(all.back(), so_keepalive, opposite(value_of(made)));
    }
    CallResult set;
    for (std::size_t next = 0; next < many_sockets && !set.failed; ++next) {
        set = all[next].set(so_keepalive, value_of(next));
    }
    CHECK_THAT(set, Succeeds());
    std::size_t i = 0;
    while (i + 1 < many_sockets && Stores(value_of(i)).match(all[i].get(so_keepalive))) {
        ++i;
    }
    CAPTURE(i);
    CHECK_OPTION(all[i], so_keepalive, value_of(i));
}

// Many threads set it at the same time, each on a socket of its own.
CONFORMANCE_CASE("so-keepalive/set/from-many-threads", checks("so-keepalive.set"), rows(family)) {
    for (const auto& attempt : set_and_read_in_threads(test, row[family])) {
        check_set(test, attempt);
    }
}

// Many threads read it at the same time, each on a socket of its own.
CONFORMANCE_CASE("so-keepalive/get/from-many-threads", checks("so-keepalive.get"), rows(family)) {
    for (const auto& attempt : set_and_read_in_threads(test, row[family])) {
        check_get(test, attempt);
    }
}

}  // namespace conformance
