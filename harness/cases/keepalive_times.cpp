#include "cases/keepalive_times.hpp"

#include <string>

#include "facts/registry.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "winsock/tcp_options.hpp"

namespace conformance {

namespace {

constexpr std::uint32_t ms_per_s = 1000;

}  // namespace

NtVersion first_readable(KeepaliveTime which) {
    return which == KeepaliveTime::time ? NtVersion{6, 1, 0} : times_readable;
}

OptionResult read_seconds(const Socket& socket, KeepaliveTime which) {
    const auto result =
        socket.get_option(IPPROTO_TCP, which == KeepaliveTime::time ? tcp_keepidle : tcp_keepintvl);
    if (result.call.failed) {
        throw Inconclusive(
            "the stack does not let its keep-alive times be read: getsockopt "
            "answered " +
            describe(result));
    }
    return result;
}

void given_times(const Socket& socket, std::uint32_t time_s, std::uint32_t interval_s) {
    set_up(socket.set_keepalive_vals(on, time_s * ms_per_s, interval_s * ms_per_s));
    if (read_seconds(socket, KeepaliveTime::time).dword() != time_s ||
        read_seconds(socket, KeepaliveTime::interval).dword() != interval_s) {
        throw Inconclusive("set-up: SIO_KEEPALIVE_VALS did not set the times");
    }
}

std::uint32_t configured_seconds(KeepaliveTime which) {
    const auto configured = configured_time(keepalive_registry_values(), which);
    if (!configured.ms) {
        throw Inconclusive(configured.reason);
    }
    if (*configured.ms % ms_per_s != 0) {
        throw Inconclusive(std::string("the registry's ") + registry_name(which) + " is " +
                           std::to_string(*configured.ms) +
                           " ms, no whole number of seconds, in which a stack tells it");
    }
    return *configured.ms / ms_per_s;
}

std::uint32_t default_seconds_without_registry(KeepaliveTime which) {
    if (configured_time(keepalive_registry_values(), which).from_registry) {
        throw Inconclusive(std::string("this machine's registry sets ") + registry_name(which));
    }
    return documented_default_ms(which) / ms_per_s;
}

}  // namespace conformance
