#include <array>

#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

const Parameter<std::uint32_t> option("option", {0x7ABCu, 0x7FFFFFFEu});

/// The uses of the option that are to be refused.
enum class Use { turn_on, turn_off, read };

std::string to_text(Use use) {
    static constexpr std::array<const char*, 3> names{"set-on", "set-off", "get"};
    return names[static_cast<std::size_t>(use)];
}

const Parameter<Use> use("call", {Use::turn_on, Use::turn_off, Use::read});

template <typename Matcher>
void check_use(const Socket& socket, Use what, const Matcher& answer) {
    if (what == Use::read) {
        CHECK_THAT(socket.get(so_keepalive), answer);
    } else {
        CHECK_THAT(socket.set(so_keepalive, what == Use::turn_on ? on : off), answer);
    }
}

}  // namespace

// An option that the protocol family does not know is refused.
CONFORMANCE_CASE("so-keepalive/unsupported/unknown-option",
                 checks("so-keepalive.enoprotoopt-family"), rows(family, option, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    const auto number = static_cast<int>(row[option]);
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(socket.set(Option<>{SOL_SOCKET, number}, on), FailsWith(WSAENOPROTOOPT));
    } else {
        CHECK_THAT(socket.get(Option<>{SOL_SOCKET, number}), FailsWith(WSAENOPROTOOPT));
    }
}

// On a datagram socket the option is refused with that error.
CONFORMANCE_CASE("so-keepalive/unsupported/datagram", checks("so-keepalive.enoprotoopt-family"),
                 rows(family, datagram_state, creation, use)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state], row[creation]);
    check_use(socket, row[use], FailsWith(WSAENOPROTOOPT));
}

// Only a connection-oriented protocol has keep-alive; the refusal of others is checked above.
CONFORMANCE_CASE("so-keepalive/unsupported/connectionless",
                 checks("so-keepalive.connection-oriented-only"),
                 rows(family, datagram_state, use)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state]);
    check_use(socket, row[use], Fails());
}

// A raw socket has no keep-alive either.
CONFORMANCE_CASE("so-keepalive/unsupported/raw", checks("so-keepalive.raw-sockets"),
                 rows(family, use), needs("raw-sockets")) {
    check_use(test.raw_socket(row[family]), row[use], Fails());
}

// Other transports are not documented: the row records the answer.
CONFORMANCE_CASE("so-keepalive/unsupported/other-transport",
                 checks("so-keepalive.other-transports"), rows(transport, use)) {
    const auto socket = socket_of(test, row[transport]);
    if (row[use] == Use::read) {
        RECORD(acceptance(socket.get(so_keepalive)));
    } else {
        RECORD(acceptance(socket.set(so_keepalive, row[use] == Use::turn_on ? on : off)));
    }
}

}  // namespace conformance
