#include "keepalive/times.hpp"

#include <string>

#include "facts/registry.hpp"
#include "loopback/sockets.hpp"
#include "model/inconclusive.hpp"
#include "keepalive/options.hpp"

namespace conformance {

namespace {

constexpr std::uint32_t ms_per_s = 1000;

Option<std::uint32_t> option_of(KeepaliveTime which) {
    return which == KeepaliveTime::time ? tcp_keepidle : tcp_keepintvl;
}

/// Two functions write the times; that one of them is read back shows that reading works, whichever
/// of the three is broken.
bool is_read(Winsock& winsock, Family family, KeepaliveTime which) {
    // More than a byte each, so that one of which only a byte is read is none of them.
    constexpr TimesInSeconds by_option{3121, 3323};
    constexpr TimesInSeconds by_ioctl{3525, 3727};
    const auto socket = make_stream_socket(winsock, family);
    const auto reads = [&](std::uint32_t seconds) {
        return StoresExactly(seconds).match(socket.get(option_of(which)));
    };
    return (!socket.set(option_of(which), by_option[which]).failed && reads(by_option[which])) ||
           (!set_keepalive_vals(socket, parameters::on, by_ioctl.time * ms_per_s,
                                by_ioctl.interval * ms_per_s)
                 .failed &&
            reads(by_ioctl[which]));
}

}  // namespace

NtVersion first_readable(KeepaliveTime which) {
    return which == KeepaliveTime::time ? NtVersion{6, 1, 0} : times_readable;
}

OptionResult read_seconds(const Socket& socket, KeepaliveTime which) {
    const auto result = socket.get(option_of(which));
    if (result.call.failed) {
        throw Inconclusive(
            "the stack does not let its keep-alive times be read: getsockopt "
            "answered " +
            describe(result));
    }
    if (result.nothing_written) {
        throw Inconclusive("getsockopt writes nothing");
    }
    return result;
}

OptionResult read_seconds(const Socket& socket, KeepaliveTime which,
                          const OptionMatcher& expected) {
    const auto reading = read_seconds(socket, which);
    if (!expected.match(reading)) {
        require_time_readable(socket.winsock(), which);
    }
    return reading;
}

void require_time_readable(Winsock& winsock, KeepaliveTime which) {
    for (const auto family : available_families(winsock)) {
        if (!is_read(winsock, family, which)) {
            throw Inconclusive(
                "getsockopt reads neither the time that setsockopt nor the one that "
                "SIO_KEEPALIVE_VALS has set, over " +
                to_text(family));
        }
    }
}

void require_time(const Socket& socket, KeepaliveTime which, const TimesInSeconds& times) {
    if (read_seconds(socket, which).dword() != times[which]) {
        throw Inconclusive("set-up: the times that were set are not those that are read");
    }
}

void require_times(const Socket& socket, const TimesInSeconds& times,
                   std::initializer_list<KeepaliveTime> read_back) {
    require_success(set_keepalive_vals(socket, parameters::on, times.time * ms_per_s,
                                       times.interval * ms_per_s));
    for (const auto which : read_back) {
        require_time(socket, which, times);
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
                           " ms, no whole number of seconds, in which a stack reports it");
    }
    return *configured.ms / ms_per_s;
}

std::uint32_t seconds_of_registry(KeepaliveTime which) {
    if (!configured_time(keepalive_registry_values(), which).from_registry) {
        throw NotApplicable(std::string("this machine's registry does not set ") +
                            registry_name(which));
    }
    return configured_seconds(which);
}

OptionMatcher StoresTimeOfRegistry(KeepaliveTime which) {
    const auto seconds = seconds_of_registry(which);
    return {"0, stored " + std::to_string(seconds) + ", as " + registry_name(which) + " = " +
                std::to_string(seconds * ms_per_s) +
                " ms of this machine's registry has it (a change of that wants a restart)",
            [exact = StoresExactly(seconds)](const OptionResult& result) {
                return exact.match(result);
            }};
}

std::uint32_t default_seconds_without_registry(KeepaliveTime which) {
    if (configured_time(keepalive_registry_values(), which).from_registry) {
        throw NotApplicable(std::string("this machine's registry sets ") + registry_name(which));
    }
    return documented_default_ms(which) / ms_per_s;
}

}  // namespace conformance
