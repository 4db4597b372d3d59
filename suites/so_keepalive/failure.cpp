#include "cases/common_parameters.hpp"

namespace conformance {

namespace {

/// Three ways to be refused. Whether they are is said elsewhere; here it is how.
enum class Cause { unknown_level, unknown_option, no_length };

std::string to_text(Cause cause) {
    switch (cause) {
        case Cause::unknown_level: return "unknown-level";
        case Cause::unknown_option: return "unknown-option";
        case Cause::no_length: return "optlen-0";
    }
    return {};
}

const Parameter<Cause> cause("cause",
                             {Cause::unknown_level, Cause::unknown_option, Cause::no_length});

constexpr int no_level = 0x1234;
constexpr int no_option = 0x7ABC;

CallResult refused_set(const Socket& socket, Cause why, std::uint32_t to) {
    switch (why) {
        case Cause::unknown_level: return socket.set_option(no_level, SO_KEEPALIVE, to);
        case Cause::unknown_option: return socket.set_option(SOL_SOCKET, no_option, to);
        default: return socket.set_keepalive(to, 0);
    }
}

OptionResult refused_get(const Socket& socket, Cause why) {
    switch (why) {
        case Cause::unknown_level: return socket.get_option(no_level, SO_KEEPALIVE);
        case Cause::unknown_option: return socket.get_option(SOL_SOCKET, no_option);
        default: return socket.get_keepalive(0);
    }
}

void must_not_succeed(const CallResult& result) {
    if (result.value == 0) {
        throw Inconclusive("the call that was to fail succeeded");
    }
}

}  // namespace

// A call that fails returns SOCKET_ERROR and sets an error.
CONFORMANCE_CASE("so-keepalive/failure/returns-socket-error",
                 checks("so-keepalive.returns-socket-error"), rows(family, cause, set_or_get)) {
    const auto socket = test.stream_socket(row[family]);
    const auto result = row[set_or_get] == Operation::set ? refused_set(socket, row[cause], on)
                                                          : refused_get(socket, row[cause]).call;
    must_not_succeed(result);
    CHECK_THAT(result, Fails());
    // A stack that refuses everything has not refused this.
    given_keepalive(socket, on);
}

// A setsockopt that fails leaves the option as it was.
CONFORMANCE_CASE("so-keepalive/failure/keeps-the-value", checks("so-keepalive.failure-keeps-value"),
                 rows(family, cause, value)) {
    const auto socket = test.stream_socket(row[family]);
    given_keepalive(socket, row[value]);
    must_not_succeed(refused_set(socket, row[cause], opposite(row[value])));
    CHECK_SWITCH(socket, row[value]);
}

}  // namespace conformance
