#include "keepalive/switch.hpp"

#include <functional>

namespace conformance {

using parameters::off;
using parameters::on;

namespace {

using Write = std::function<CallResult(const Socket&, std::uint32_t)>;

bool is_read(const Socket& socket, const Write& write) {
    for (const auto value : {on, off, on}) {
        if (write(socket, value).failed || !Stores(value).match(socket.get(so_keepalive))) {
            return false;
        }
    }
    return true;
}

/// Whether getsockopt reads back the value that `write` sets, on every kind of socket.
bool is_read_everywhere(Winsock& winsock, Family family, const Write& write) {
    const auto fresh = make_stream_socket(winsock, family);
    const auto pair = make_connected_pair(winsock, family);
    return is_read(fresh, write) && is_read(pair.client, write) && is_read(pair.server, write);
}

bool option_is_read(Winsock& winsock, Family family) {
    return is_read_everywhere(winsock, family, [](const Socket& socket, std::uint32_t value) {
        return socket.set(so_keepalive, value);
    });
}

bool ioctl_is_read(Winsock& winsock, Family family) {
    return is_read_everywhere(winsock, family, [](const Socket& socket, std::uint32_t value) {
        return set_keepalive_vals(socket, value, 5000, 7000);
    });
}

}  // namespace

void require_readable(Winsock& winsock, const KeepaliveSwitch& /*option*/) {
    for (const auto family : available_families(winsock)) {
        if (!option_is_read(winsock, family) && !ioctl_is_read(winsock, family)) {
            throw Inconclusive(
                "getsockopt reads neither what setsockopt nor what SIO_KEEPALIVE_VALS "
                "has written, over " +
                to_text(family));
        }
    }
}

void require_settable(Winsock& winsock, const KeepaliveSwitch& /*option*/) {
    for (const auto family : available_families(winsock)) {
        if (!option_is_read(winsock, family) && ioctl_is_read(winsock, family)) {
            throw Inconclusive(
                "getsockopt reads what SIO_KEEPALIVE_VALS has written, and not what "
                "setsockopt has, over " +
                to_text(family));
        }
    }
}

PendingConnect::Prepare with_switch(std::uint32_t value) {
    return [value](const Socket& socket) { require_success(socket.set(so_keepalive, value)); };
}

OptionResult read_any_switch(const Socket& socket) {
    const auto reading = socket.get(so_keepalive);
    if (!StoresBetween(off, on).match(reading)) {
        require_something_written(reading);
        require_readable(socket.winsock(), so_keepalive);
    }
    return reading;
}

OptionResult read_what_was_set(const Socket& socket, const KeepaliveSwitch& option,
                               std::uint32_t expected) {
    const auto reading = socket.get(option);
    if (!Stores(expected).match(reading)) {
        require_settable(socket.winsock(), option);
    }
    return reading;
}

}  // namespace conformance
