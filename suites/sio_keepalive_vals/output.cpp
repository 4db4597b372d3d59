#include <algorithm>
#include <array>

#include "cases/overlapped_operation.hpp"
#include "keepalive/switch.hpp"
#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// The buffer to which lpvOutBuffer points.
enum class Output { none, buffer, unmapped };

std::string to_text(Output output) {
    static constexpr std::array<const char*, 3> names{"null", "buffer", "unmapped"};
    return names[static_cast<std::size_t>(output)];
}

enum class Mode { synchronous, event, completion_port, completion_routine };

std::string to_text(Mode mode) {
    static constexpr std::array<const char*, 4> names{"synchronous", "event", "completion-port",
                                                      "completion-routine"};
    return names[static_cast<std::size_t>(mode)];
}

Signal signal_of(Mode mode) {
    switch (mode) {
        case Mode::completion_port: return Signal::completion_port;
        case Mode::completion_routine: return Signal::completion_routine;
        default: return Signal::event;
    }
}

const Parameter<int> output_size("cbOutBuffer", {1, 4, 12, 4096});
const Parameter<Output> output("lpvOutBuffer", {Output::none, Output::buffer, Output::unmapped});
const Parameter<Mode> mode("mode", {Mode::synchronous, Mode::event, Mode::completion_port,
                                    Mode::completion_routine});

constexpr unsigned char fill = 0x5A;

/// The output buffer of a call: memory of which the call may not touch a byte.
class OutputBuffer {
public:
    OutputBuffer(Output kind, DWORD bytes, IoctlArguments& arguments)
        : unmapped_(MemoryKind::unmapped, 0) {
        bytes_.fill(fill);
        arguments.output_size = bytes;
        if (kind == Output::buffer) {
            arguments.output = bytes_.data();
            arguments.visible_output = bytes_;
        } else if (kind == Output::unmapped) {
            arguments.output = unmapped_.data();
        }
    }

    bool is_untouched() const {
        return std::ranges::all_of(bytes_, [](unsigned char byte) { return byte == fill; });
    }

private:
    Memory unmapped_;
    std::array<unsigned char, 4096> bytes_{};
};

}  // namespace

// With an output of the size zero the call is accepted.
CONFORMANCE_CASE("sio-keepalive-vals/output/size-zero", checks("sio-keepalive-vals.out-size-zero"),
                 rows(family, output)) {
    const auto connection = test.connected_pair(row[family]);
    KeepaliveVals vals;
    const OutputBuffer buffer(row[output], 0, vals.arguments);
    CHECK_THAT(vals.on(connection.client), Succeeds());
    require_working_code(connection.client);
}

// A size of the output other than zero is refused; with which code is not said.
CONFORMANCE_CASE("sio-keepalive-vals/output/size-other-than-zero",
                 checks("sio-keepalive-vals.out-size-other"),
                 rows(family, output_size, output.of(Output::none, Output::buffer))) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    const OutputBuffer buffer(row[output], static_cast<DWORD>(row[output_size]), vals.arguments);
    CHECK_THAT(vals.on(socket), Fails());
    require_working_code(socket);
}

// The output buffer is not used: with the size zero it may be anything.
CONFORMANCE_CASE("sio-keepalive-vals/output/is-not-used", checks("sio-keepalive-vals.out-unused"),
                 rows(family, output)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    const OutputBuffer buffer(row[output], 0, vals.arguments);
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK(buffer.is_untouched());
    CHECK_OPTION(socket, so_keepalive, on);
}

// A successful call writes nothing to it, whatever its size.
CONFORMANCE_CASE("sio-keepalive-vals/output/is-not-written",
                 checks("sio-keepalive-vals.out-unused"),
                 rows(family, output_size.of(0, 1, 4, 12, 4096))) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    const OutputBuffer buffer(Output::buffer, static_cast<DWORD>(row[output_size]), vals.arguments);
    const auto result = vals.on(socket);
    CHECK(buffer.is_untouched());
    if (result.failed) {
        throw NotApplicable("the provider refuses an output of this size");
    }
    require_working_code(socket);
}

// The count of bytes returned becomes zero, at the latest with the completion.
CONFORMANCE_CASE("sio-keepalive-vals/bytes-returned/becomes-zero",
                 checks("sio-keepalive-vals.bytes-returned-zero"), rows(family, mode)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    if (row[mode] == Mode::synchronous) {
        require_success(vals.on(socket));
    } else {
        OverlappedOperation operation(socket, signal_of(row[mode]));
        operation.require_start(vals.arguments);
        if (operation.wait().times == 0) {
            throw Inconclusive("set-up: nothing signals that the operation is complete");
        }
    }
    CHECK(vals.bytes_returned == 0);
    require_working_code(socket);
}

// A call without a place for the count is not documented: the row records the answer, and the
// switch has to agree with it.
CONFORMANCE_CASE("sio-keepalive-vals/bytes-returned/null",
                 checks("sio-keepalive-vals.bytes-returned-null"), rows(family, mode)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, off);
    KeepaliveVals vals;
    vals.arguments.bytes_returned = nullptr;
    OverlappedOperation operation(socket, signal_of(row[mode]));
    const auto result =
        row[mode] == Mode::synchronous ? vals.on(socket) : operation.start(vals.arguments);
    RECORD(operation.pending() ? Seen{"pends"} : acceptance(result));
    if (operation.pending()) {
        static_cast<void>(operation.wait());
    }
    CHECK_OPTION(socket, so_keepalive, result.failed && !operation.pending() ? off : on);
}

}  // namespace conformance
