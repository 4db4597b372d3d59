#include "cases/common_parameters.hpp"

namespace conformance {

namespace {

const Parameter<std::uint32_t> option("option", {0x7ABCu, 0x7FFFFFFEu});

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
                 checks("so-keepalive.enoprotoopt-family"), rows(family, option, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    const auto number = static_cast<int>(row[option]);
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(socket.set_option(SOL_SOCKET, number, on), FailsWith(WSAENOPROTOOPT));
    } else {
        CHECK_THAT(socket.get_option(SOL_SOCKET, number), FailsWith(WSAENOPROTOOPT));
    }
}

// On a datagram socket the option is refused with that error.
CONFORMANCE_CASE("so-keepalive/unsupported/datagram", checks("so-keepalive.enoprotoopt-family"),
                 rows(family, datagram_state, set_or_get)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state]);
    check_refused(socket, row[set_or_get], FailsWith(WSAENOPROTOOPT));
}

// Only a connection-oriented protocol has keep-alive; how another refuses it is said above.
CONFORMANCE_CASE("so-keepalive/unsupported/connectionless",
                 checks("so-keepalive.connection-oriented-only"),
                 rows(family, datagram_state, set_or_get)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state]);
    check_refused(socket, row[set_or_get], Fails());
}

// Neither has a raw socket.
CONFORMANCE_CASE("so-keepalive/unsupported/raw", checks("so-keepalive.raw-sockets"),
                 rows(family, set_or_get), needs("raw-sockets")) {
    check_refused(test.raw_socket(row[family]), row[set_or_get], Fails());
}

}  // namespace conformance
