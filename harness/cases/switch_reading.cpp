#include "cases/switch_reading.hpp"

#include <functional>

namespace conformance {

namespace {

/// What hides everything else is said by itself, so that it is one reason of all rows that it
/// hides.
void given_something_written(const OptionResult& reading) {
    if (reading.nothing_written) {
        throw Inconclusive("getsockopt writes nothing");
    }
}

using Write = std::function<CallResult(const Socket&, std::uint32_t)>;

bool is_read(const Socket& socket, const Write& write) {
    for (const auto value : {on, off, on}) {
        if (write(socket, value).failed || !Stores(value).match(socket.get_keepalive())) {
            return false;
        }
    }
    return true;
}

/// Whether what `write` writes is read, on every kind of socket.
bool is_read_everywhere(Winsock& winsock, Family family, const Write& write) {
    const auto fresh = make_stream_socket(winsock, family);
    const auto pair = make_connected_pair(winsock, family);
    return is_read(fresh, write) && is_read(pair.client, write) && is_read(pair.server, write);
}

bool option_is_read(Winsock& winsock, Family family) {
    return is_read_everywhere(winsock, family, [](const Socket& socket, std::uint32_t value) {
        return socket.set_keepalive(value);
    });
}

bool ioctl_is_read(Winsock& winsock, Family family) {
    return is_read_everywhere(winsock, family, [](const Socket& socket, std::uint32_t value) {
        return socket.set_keepalive_vals(value, 5000, 7000);
    });
}

}  // namespace

/// Two functions write the switch; that one of them is read back shows that reading works,
/// whichever of the three is broken.
void given_switch_readable(Winsock& winsock) {
    for (const auto family : available_families(winsock)) {
        if (!option_is_read(winsock, family) && !ioctl_is_read(winsock, family)) {
            throw Inconclusive(
                "getsockopt reads neither what setsockopt nor what SIO_KEEPALIVE_VALS "
                "has written, over " +
                to_text(family));
        }
    }
}

void given_switch_settable(Winsock& winsock) {
    for (const auto family : available_families(winsock)) {
        if (!option_is_read(winsock, family) && ioctl_is_read(winsock, family)) {
            throw Inconclusive(
                "getsockopt reads what SIO_KEEPALIVE_VALS has written, and not what "
                "setsockopt has, over " +
                to_text(family));
        }
    }
}

OptionResult read_switch(const Socket& socket, std::uint32_t expected) {
    const auto reading = socket.get_keepalive();
    if (!Stores(expected).match(reading)) {
        given_something_written(reading);
        given_switch_readable(socket.winsock());
        // A call that fails now and then has read nothing.
        set_up(reading.call);
    }
    return reading;
}

OptionResult read_any_switch(const Socket& socket) {
    const auto reading = socket.get_keepalive();
    if (!StoresBetween(off, on).match(reading)) {
        given_something_written(reading);
        given_switch_readable(socket.winsock());
    }
    return reading;
}

OptionResult read_what_was_set(const Socket& socket, std::uint32_t expected) {
    const auto reading = socket.get_keepalive();
    if (!Stores(expected).match(reading)) {
        given_switch_settable(socket.winsock());
    }
    return reading;
}

void given_keepalive(const Socket& socket, std::uint32_t to) {
    set_up(socket.set_keepalive(to));
    given_read(socket, to);
}

void given_read(const Socket& socket, std::uint32_t expected) {
    const auto reading = socket.get_keepalive();
    given_something_written(reading);
    if (!Stores(expected).match(reading)) {
        throw Inconclusive("set-up: keep-alive is to be " +
                           std::string(expected == on ? "on" : "off") +
                           ", and getsockopt answered " + describe(reading));
    }
}

}  // namespace conformance
