#include <array>

#include "cases/keepalive_times.hpp"
#include "turn_on.hpp"

namespace conformance {

namespace {

/// Ways to be refused. Whether they are is said elsewhere; here it is what is left behind.
enum class Cause { no_input_size, short_input, null_input, output_size, unknown_code };

std::string to_text(Cause cause) {
    static constexpr std::array<const char*, 5> names{
        "cbInBuffer-0", "cbInBuffer-11", "lpvInBuffer-null", "cbOutBuffer-4", "unknown-code"};
    return names[static_cast<std::size_t>(cause)];
}

const Parameter<Cause> cause("cause", {Cause::no_input_size, Cause::short_input, Cause::null_input,
                                       Cause::output_size, Cause::unknown_code});

void refuse(const Socket& socket, Cause why, const tcp_keepalive& values) {
    KeepaliveVals vals(values);
    std::array<unsigned char, 4> output{};
    auto& arguments = vals.arguments;
    switch (why) {
        case Cause::no_input_size: arguments.input_size = 0; break;
        case Cause::short_input: arguments.input_size = sizeof values - 1; break;
        case Cause::null_input:
            arguments.input = nullptr;
            arguments.visible_input = {};
            break;
        case Cause::output_size:
            arguments.output = output.data();
            arguments.output_size = sizeof output;
            arguments.visible_output = output;
            break;
        case Cause::unknown_code: arguments.code = IOC_IN | IOC_VENDOR | 0x7FFF; break;
    }
    if (!vals.on(socket).failed) {
        throw Inconclusive("the call that was to be refused succeeded");
    }
}

}  // namespace

// A refused call leaves the switch as it was.
CONFORMANCE_CASE("sio-keepalive-vals/refused/keeps-the-switch",
                 checks("sio-keepalive-vals.refused-keeps-setting"), rows(family, cause, value)) {
    const auto socket = test.stream_socket(row[family]);
    test.given(socket.set_keepalive(row[value]));
    refuse(socket, row[cause], turned(opposite(row[value])));
    CHECK_THAT(socket.get_keepalive(), Stores(row[value]));
}

// It leaves the times, too.
CONFORMANCE_CASE("sio-keepalive-vals/refused/keeps-the-times",
                 checks("sio-keepalive-vals.refused-keeps-setting"), rows(family, cause, timing)) {
    const auto socket = test.stream_socket(row[family]);
    test.given(socket.set_keepalive_vals(on, 5000, 7000));
    const auto before = read_seconds(socket, row[timing]).dword();
    refuse(socket, row[cause], {on, 9000, 11000});
    CHECK_THAT(read_seconds(socket, row[timing]), StoresExactly(before));
}

}  // namespace conformance
