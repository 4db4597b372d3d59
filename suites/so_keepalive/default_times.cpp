#include "facts/registry.hpp"
#include "parameters.hpp"
#include "winsock/tcp_options.hpp"

namespace conformance {

namespace {

constexpr std::uint32_t ms_per_s = 1000;

/// One of the two times of keep-alive, as far as a stack lets it be read back: in seconds.
enum class Timing { time, interval };

std::string to_text(Timing timing) {
    return timing == Timing::time ? "time" : "interval";
}

const Parameter<Timing> timing("timing", {Timing::time, Timing::interval});

OptionResult read_seconds(const Socket& socket, Timing which) {
    const auto result =
        socket.get_option(IPPROTO_TCP, which == Timing::time ? tcp_keepidle : tcp_keepintvl);
    if (result.call.failed) {
        throw Inconclusive(
            "the stack does not let its keep-alive times be read: getsockopt "
            "answered " +
            describe(result));
    }
    return result;
}

std::uint32_t documented_default_ms(Timing which) {
    return which == Timing::time ? 2 * 60 * 60 * ms_per_s : ms_per_s;
}

/// What the registry says, or the documented default where it says nothing.
std::uint32_t configured_ms(Timing which) {
    const auto* name = which == Timing::time ? "KeepAliveTime" : "KeepAliveInterval";
    for (const auto& registry_value : keepalive_registry_values()) {
        if (registry_value.name == name && registry_value.present) {
            if (!registry_value.value) {
                throw Inconclusive("the registry's " + registry_value.name + " is of type " +
                                   registry_value.type);
            }
            if (*registry_value.value % ms_per_s != 0) {
                throw Inconclusive("the registry's " + registry_value.name +
                                   " is no whole number of seconds, in which a stack tells it");
            }
            return *registry_value.value;
        }
    }
    return documented_default_ms(which);
}

void must_be_absent_from_the_registry(Timing which) {
    if (configured_ms(which) != documented_default_ms(which)) {
        throw Inconclusive("this machine's registry sets another default");
    }
}

void check_registry(const Test& test, Family of_family, Timing which) {
    const auto configured = configured_ms(which);
    const auto socket = test.stream_socket(of_family);
    CHECK_THAT(read_seconds(socket, which), StoresExactly(configured / ms_per_s));
}

}  // namespace

// Two hours and one second, as far as the stack tells.
CONFORMANCE_CASE("so-keepalive/default/times", checks("so-keepalive.default-timing"),
                 rows(family, timing)) {
    must_be_absent_from_the_registry(row[timing]);
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(read_seconds(socket, row[timing]),
               StoresExactly(documented_default_ms(row[timing]) / ms_per_s));
}

// The registry's KeepAliveTime is the system's; without it the time is two hours.
CONFORMANCE_CASE("so-keepalive/registry/keep-alive-time", checks("so-keepalive.registry-time"),
                 rows(family)) {
    check_registry(test, row[family], Timing::time);
}

// The registry's KeepAliveInterval likewise; without it the interval is one second.
CONFORMANCE_CASE("so-keepalive/registry/keep-alive-interval",
                 checks("so-keepalive.registry-interval"), rows(family)) {
    check_registry(test, row[family], Timing::interval);
}

// What SIO_KEEPALIVE_VALS set is still there after the option was turned off and on.
CONFORMANCE_CASE("so-keepalive/values/stay-over-off-and-on", checks("so-keepalive.values-stay"),
                 rows(family, timing)) {
    const auto pair = test.connected_pair(row[family]);
    const auto& socket = pair.client;
    test.given(socket.set_keepalive_vals(1, 5 * ms_per_s, 7 * ms_per_s));
    const auto wanted = row[timing] == Timing::time ? 5u : 7u;
    if (read_seconds(socket, row[timing]).dword() != wanted) {
        throw Inconclusive("set-up: SIO_KEEPALIVE_VALS did not set the times");
    }
    test.given(socket.set_keepalive(off));
    test.given(socket.set_keepalive(on));
    CHECK_THAT(read_seconds(socket, row[timing]), StoresExactly(wanted));
}

// A socket for which nobody set values has what it had before another got its own.
CONFORMANCE_CASE("so-keepalive/values/fresh-socket-has-the-defaults",
                 checks("so-keepalive.values-stay"), rows(family, timing)) {
    const auto usual = read_seconds(test.stream_socket(row[family]), row[timing]).dword();
    const auto other = test.stream_socket(row[family]);
    test.given(other.set_keepalive_vals(1, 5 * ms_per_s, 7 * ms_per_s));
    const auto socket = test.stream_socket(row[family]);
    test.given(socket.set_keepalive(on));
    CHECK_THAT(read_seconds(socket, row[timing]), StoresExactly(usual));
}

}  // namespace conformance
