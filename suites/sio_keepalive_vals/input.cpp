#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <vector>

#include "turn_on.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

static const Parameter<int> input_size("cbInBuffer");
static const Parameter<int> offset("offset", {1, 2, 3});

namespace {

/// Bytes of which the first are a tcp_keepalive and the others are no part of it.
std::vector<unsigned char> buffer_with(const tcp_keepalive& values, std::size_t bytes) {
    constexpr unsigned char no_part_of_it = 0xA5;
    std::vector<unsigned char> buffer(std::max(bytes, sizeof values), no_part_of_it);
    std::memcpy(buffer.data(), &values, sizeof values);
    return buffer;
}

void check_input_in(const Test& test, const Row& row, MemoryKind kind) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    require_option(socket, so_keepalive, opposite(row[value]));
    const Memory memory(kind, bytes_of_values(turned(row[value])));
    KeepaliveVals vals;
    vals.arguments.input = memory.data();
    vals.arguments.visible_input = {};
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, row[value]);
}

}  // namespace

// An input that is shorter than the structure is refused; with which code is not said.
CONFORMANCE_CASE("sio-keepalive-vals/input/shorter-than-tcp-keepalive",
                 checks("sio-keepalive-vals.in-size"),
                 rows(family, input_size.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    KeepaliveVals vals;
    vals.arguments.input_size = static_cast<DWORD>(row[input_size]);
    CHECK_THAT(vals.on(socket), Fails());
    require_working_code(socket);
}

// One of the structure's size, or longer, is accepted.
CONFORMANCE_CASE("sio-keepalive-vals/input/at-least-tcp-keepalive",
                 checks("sio-keepalive-vals.in-size"),
                 rows(family, input_size.of(12, 13, 16, 4096))) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    const auto buffer = buffer_with(turned_on, static_cast<std::size_t>(row[input_size]));
    KeepaliveVals vals;
    vals.arguments.input = buffer.data();
    vals.arguments.input_size = static_cast<DWORD>(row[input_size]);
    vals.arguments.visible_input = buffer;
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// Alignment is not documented: any address is valid.
CONFORMANCE_CASE("sio-keepalive-vals/input/misaligned", checks("sio-keepalive-vals.in-alignment"),
                 rows(family, offset)) {
    const auto connection = test.connected_pair(row[family]);
    const auto& socket = connection.client;
    alignas(tcp_keepalive) std::array<unsigned char, sizeof(tcp_keepalive) + 4> bytes{};
    const auto input = std::span(bytes).subspan(static_cast<std::size_t>(row[offset]));
    std::memcpy(input.data(), &turned_on, sizeof turned_on);
    KeepaliveVals vals;
    vals.arguments.input = input.data();
    vals.arguments.visible_input = input.first(sizeof turned_on);
    CHECK_THAT(vals.on(socket), Succeeds());
    CHECK_OPTION(socket, so_keepalive, on);
}

// It is not read past the structure's end.
CONFORMANCE_CASE("sio-keepalive-vals/input/reads-the-structure-and-no-more",
                 checks("sio-keepalive-vals.in-size"), rows(family, value)) {
    check_input_in(test, row, MemoryKind::page_end);
}

// It is only read.
CONFORMANCE_CASE("sio-keepalive-vals/input/takes-read-only-memory",
                 checks("sio-keepalive-vals.in-only-read"), rows(family, value)) {
    check_input_in(test, row, MemoryKind::read_only);
}

}  // namespace conformance
