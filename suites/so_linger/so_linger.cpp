#include <array>

#include "cases/common_parameters.hpp"

namespace conformance {

using namespace parameters;

/// SO_LINGER's value, a linger structure as its page has it.
struct Linger {
    std::uint16_t on_off = 0;
    std::uint16_t seconds = 0;
};
static_assert(sizeof(Linger) == sizeof(linger));

static constexpr Option<Linger> so_linger{SOL_SOCKET, SO_LINGER};
static constexpr Option<Truth> so_dontlinger{SOL_SOCKET, SO_DONTLINGER};

/// l_onoff is a Boolean; l_linger counts when it is true.
static OptionMatcher stores(const Option<Linger>& /*option*/, const Linger& wanted) {
    const auto on_off = std::string("0, stored l_onoff ") + (wanted.on_off != 0 ? "TRUE" : "FALSE");
    return {wanted.on_off != 0 ? on_off + ", l_linger " + std::to_string(wanted.seconds) : on_off,
            [wanted](const OptionResult& result) {
                const auto stored = result.dword();
                const bool is_on = (stored & 0xFFFF) != 0;
                return result.call.value == 0 && stored != OptionResult::unwritten &&
                       is_on == (wanted.on_off != 0) && (!is_on || stored >> 16 == wanted.seconds);
            }};
}

static std::initializer_list<Linger> distinct_values(const Option<Linger>& /*option*/) {
    static constexpr std::initializer_list<Linger> values{{1, 5}, {0, 0}};
    return values;
}

namespace {

const Parameter<int> seconds("seconds", {0, 1, 30, 32767});
const Parameter<int> too_short("optlen", {0, 1, 2, 3, -1});

/// The ways by which a socket does not linger.
enum class NotLingering { by_default, by_so_linger, by_so_dontlinger };
std::string to_text(NotLingering how) {
    static constexpr std::array<const char*, 3> names{"default", "so-linger", "so-dontlinger"};
    return names[static_cast<std::size_t>(how)];
}
const Parameter<NotLingering> not_lingering("by",
                                            {NotLingering::by_default, NotLingering::by_so_linger,
                                             NotLingering::by_so_dontlinger});

Linger lingering(int for_seconds) {
    return {1, static_cast<std::uint16_t>(for_seconds)};
}

constexpr std::array<unsigned char, 3> data{'a', 'b', 'c'};

/// The answer of recv, once there is one.
CallResult receive(const Socket& socket) {
    const auto readable = socket.winsock().select_readable(socket.handle(), setup_timeout());
    if (require_success(readable).value == 0) {
        throw Inconclusive("nothing can be read from the other end of a closed connection");
    }
    std::array<unsigned char, 16> received{};
    return socket.winsock().recv(socket.handle(), received);
}

}  // namespace

// A new socket does not linger, by both options.
CONFORMANCE_CASE("so-linger/default/new-socket", checks("so-linger.default"),
                 rows(family, creation)) {
    const auto socket = test.stream_socket(row[family], row[creation]);
    CHECK_OPTION(socket, so_linger, Linger());
    CHECK_OPTION(socket, so_dontlinger, on);
}

// The structure that was set is read.
CONFORMANCE_CASE("so-linger/set/reads-what-was-set", checks("so-linger.set"),
                 rows(family, seconds)) {
    const auto socket = test.stream_socket(row[family]);
    CHECK_THAT(socket.set(so_linger, lingering(row[seconds])), Succeeds());
    CHECK_THAT(socket.get(so_linger), stores(so_linger, lingering(row[seconds])));
    CHECK_THAT(socket.set(so_linger, Linger()), Succeeds());
    CHECK_THAT(socket.get(so_linger), stores(so_linger, Linger()));
}

// It is set and read in every state of a stream socket.
CONFORMANCE_CASE("so-linger/set/in-every-state", checks("so-linger.set"),
                 rows(family, socket_state)) {
    const SocketInState in_state(test, row[family], row[socket_state]);
    CHECK_THAT(in_state.socket().set(so_linger, lingering(5)), Succeeds());
    CHECK_THAT(in_state.socket().get(so_linger), stores(so_linger, lingering(5)));
    require_option(in_state.socket(), so_linger, Linger());
}

// SO_DONTLINGER is read as the opposite of l_onoff.
CONFORMANCE_CASE("so-linger/dontlinger/reads-the-opposite", checks("so-linger.dontlinger"),
                 rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_linger, lingering(5));
    CHECK_THAT(socket.get(so_dontlinger), Stores(off));
    require_option(socket, so_linger, Linger());
    CHECK_THAT(socket.get(so_dontlinger), Stores(on));
}

// SO_DONTLINGER turned on sets l_onoff to 0, whichever value other than zero turns it on.
CONFORMANCE_CASE("so-linger/dontlinger/turns-linger-off", checks("so-linger.dontlinger"),
                 rows(family, value.of(1u, 0x100u, 0x80000000u))) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_linger, lingering(5));
    CHECK_THAT(socket.set(so_dontlinger, row[value]), Succeeds());
    CHECK_OPTION(socket, so_linger, Linger());
}

// SO_DONTLINGER turned off brings the earlier time back.
CONFORMANCE_CASE("so-linger/dontlinger/off-brings-the-time-back",
                 checks("so-linger.dontlinger-off"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_linger, lingering(5));
    require_success(socket.set(so_dontlinger, on));
    require_reads(socket, so_linger, Linger());
    CHECK_THAT(socket.set(so_dontlinger, off), Succeeds());
    CHECK_OPTION(socket, so_linger, lingering(5));
}

// getsockopt reports the structure's size and writes nothing past it.
CONFORMANCE_CASE("so-linger/size/get-is-a-structure", checks("so-linger.size"), rows(family)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_linger, lingering(5));
    constexpr unsigned char fill = 0xA5;
    const auto result = socket.get_over(fill, so_linger, 16, 16);
    CHECK_THAT(result, ReportsSize(sizeof(Linger)));
    CHECK_THAT(result, LeavesUntouched(sizeof(Linger), fill));
}

// A shorter length is refused, and the option keeps its value.
CONFORMANCE_CASE("so-linger/size/set-shorter-than-the-structure", checks("so-linger.short-optlen"),
                 rows(family, too_short)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_linger, lingering(5));
    CHECK_THAT(socket.set(so_linger, lingering(9), row[too_short]), FailsWith(WSAEFAULT));
    CHECK_OPTION(socket, so_linger, lingering(5));
}
CONFORMANCE_CASE("so-linger/size/get-shorter-than-the-structure", checks("so-linger.short-optlen"),
                 rows(family, too_short)) {
    const auto socket = test.stream_socket(row[family]);
    constexpr unsigned char fill = 0xA5;
    const auto result = socket.get_over(fill, so_linger, row[too_short]);
    CHECK_THAT(result, FailsWith(WSAEFAULT));
    CHECK_THAT(result, LeavesUntouched(0, fill));
    require_option(socket, so_linger, lingering(5));
}

// A datagram socket has neither option.
CONFORMANCE_CASE("so-linger/unsupported/datagram", checks("so-linger.connection-oriented-only"),
                 rows(family, datagram_state, set_or_get)) {
    const auto socket = datagram_socket_in(test, row[family], row[datagram_state]);
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(socket.set(so_linger, lingering(5)), FailsWith(WSAENOPROTOOPT));
        CHECK_THAT(socket.set(so_dontlinger, on), FailsWith(WSAENOPROTOOPT));
    } else {
        CHECK_THAT(socket.get(so_linger), FailsWith(WSAENOPROTOOPT));
        CHECK_THAT(socket.get(so_dontlinger), FailsWith(WSAENOPROTOOPT));
    }
    require_option(test.stream_socket(row[family]), so_linger, lingering(5));
}

// With a time of zero, closing resets the connection.
CONFORMANCE_CASE("so-linger/close/zero-resets", checks("so-linger.hard-close"), rows(family)) {
    auto pair = test.connected_pair(row[family]);
    require_option(pair.client, so_linger, lingering(0));
    CHECK_THAT(pair.client.close(), Succeeds());
    CHECK_THAT(receive(pair.server), FailsWith(WSAECONNRESET));
}

// A socket that does not linger sends its data and closes the connection gracefully.
CONFORMANCE_CASE("so-linger/close/off-is-graceful", checks("so-linger.graceful-close"),
                 rows(family, not_lingering)) {
    auto pair = test.connected_pair(row[family]);
    if (row[not_lingering] != NotLingering::by_default) {
        require_option(pair.client, so_linger, lingering(0));
    }
    if (row[not_lingering] == NotLingering::by_so_linger) {
        require_option(pair.client, so_linger, Linger());
    } else if (row[not_lingering] == NotLingering::by_so_dontlinger) {
        require_success(pair.client.set(so_dontlinger, on));
    }
    require_success(test.winsock().send(pair.client.handle(), data));
    CHECK_THAT(pair.client.close(), Succeeds());
    CHECK(receive(pair.server).value == static_cast<std::int64_t>(data.size()));
    CHECK(receive(pair.server).value == 0);
}

}  // namespace conformance
