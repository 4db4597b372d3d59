#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// Three invalid calls. Other cases check that they are refused; this one checks how.
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
        case Cause::unknown_level: return socket.set(Option<>{no_level, SO_KEEPALIVE}, to);
        case Cause::unknown_option: return socket.set(Option<>{SOL_SOCKET, no_option}, to);
        default: return socket.set(so_keepalive, to, 0);
    }
}

OptionResult refused_get(const Socket& socket, Cause why) {
    switch (why) {
        case Cause::unknown_level: return socket.get(Option<>{no_level, SO_KEEPALIVE});
        case Cause::unknown_option: return socket.get(Option<>{SOL_SOCKET, no_option});
        default: return socket.get(so_keepalive, 0);
    }
}

void require_failure(const CallResult& result) {
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
    require_failure(result);
    CHECK_THAT(result, Fails());
    // A stack that refuses everything has not refused this.
    require_option(socket, so_keepalive, on);
}

// A setsockopt that fails leaves the option as it was.
CONFORMANCE_CASE("so-keepalive/failure/keeps-the-value", checks("so-keepalive.failure-keeps-value"),
                 rows(family, cause, value)) {
    const auto socket = test.stream_socket(row[family]);
    require_option(socket, so_keepalive, row[value]);
    require_failure(refused_set(socket, row[cause], opposite(row[value])));
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

}  // namespace conformance
