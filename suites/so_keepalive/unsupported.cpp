#include "parameters.hpp"

namespace conformance {

namespace {

enum class DatagramState { unbound, bound, connected };

std::string to_text(DatagramState state) {
    switch (state) {
        case DatagramState::unbound: return "unbound";
        case DatagramState::bound: return "bound";
        case DatagramState::connected: return "connected";
    }
    return {};
}

const Parameter<DatagramState> state("state", {DatagramState::unbound, DatagramState::bound,
                                               DatagramState::connected});
const Parameter<std::uint32_t> option("option", {0x7ABCu, 0x7FFFFFFEu});

void bring_into(const Socket& socket, Family of_family, DatagramState wanted) {
    if (wanted == DatagramState::bound) {
        bind_to_loopback(socket, of_family);
    } else if (wanted == DatagramState::connected) {
        // To itself: a datagram socket needs no peer to be connected.
        const auto address = bind_to_loopback(socket, of_family);
        set_up(socket.winsock().connect(socket.handle(), address));
    }
}

void check_refused(const Socket& socket, Operation what, const CallMatcher& refusal) {
    if (what == Operation::set) {
        CHECK_THAT(socket.set_keepalive(on), refusal);
    } else {
        CHECK_THAT(socket.get_keepalive(), refusal);
    }
}

}  // namespace

// An option that the protocol family does not know is refused.
CONFORMANCE_CASE("so-keepalive/unsupported/unknown-option",
                 checks("so-keepalive.enoprotoopt-family"), rows(family, option, operation)) {
    const auto socket = test.stream_socket(row[family]);
    const auto number = static_cast<int>(row[option]);
    if (row[operation] == Operation::set) {
        CHECK_THAT(socket.set_option(SOL_SOCKET, number, on), FailsWith(WSAENOPROTOOPT));
    } else {
        CHECK_THAT(socket.get_option(SOL_SOCKET, number), FailsWith(WSAENOPROTOOPT));
    }
}

// On a datagram socket the option is refused with that error.
CONFORMANCE_CASE("so-keepalive/unsupported/datagram", checks("so-keepalive.enoprotoopt-family"),
                 rows(family, state, operation)) {
    const auto socket = test.datagram_socket(row[family]);
    bring_into(socket, row[family], row[state]);
    check_refused(socket, row[operation], FailsWith(WSAENOPROTOOPT));
}

// Only a connection-oriented protocol has keep-alive; how another refuses it is said above.
CONFORMANCE_CASE("so-keepalive/unsupported/connectionless",
                 checks("so-keepalive.connection-oriented-only"), rows(family, state, operation)) {
    const auto socket = test.datagram_socket(row[family]);
    bring_into(socket, row[family], row[state]);
    check_refused(socket, row[operation], Fails());
}

// Neither has a raw socket.
CONFORMANCE_CASE("so-keepalive/unsupported/raw", checks("so-keepalive.raw-sockets"),
                 rows(family, operation), needs("raw-sockets")) {
    check_refused(test.raw_socket(row[family]), row[operation], Fails());
}

}  // namespace conformance
