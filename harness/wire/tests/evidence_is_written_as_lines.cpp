#include <catch2/catch_test_macros.hpp>

#include "wire/evidence_text.hpp"

using namespace conformance;

namespace {

Segment segment(std::uint32_t connection, std::int64_t at_us, const char* from, const char* kind,
                std::uint32_t payload = 0) {
    Segment result;
    result.connection = connection;
    result.not_before_us = at_us;
    result.at_us = at_us;
    result.from = from;
    result.kind = kind;
    result.payload = payload;
    return result;
}

}  // namespace

TEST_CASE("calls come first, then each connection's segments with the time between them") {
    RowResult row;
    row.calls.emplace_back();
    row.calls.back().function = "send";
    row.calls.back().result = 0;
    row.wire.emplace();
    row.wire->segments = {
        segment(1, 5'000, "client", "handshake"), segment(2, 6'000, "client", "handshake"),
        segment(1, 9'000, "server", "data", 3), segment(1, 1'014'000, "client", "probe"),
        segment(2, 2'010'000, "client", "probe")};
    CHECK(evidence_lines(row) == std::vector<std::string>{"send() = 0", "wire 1: client handshake",
                                                          "wire 1: server data, 3 bytes",
                                                          "wire 1: client probe after 1.0 s",
                                                          "wire 2: client handshake",
                                                          "wire 2: client probe after 2.0 s"});
}

TEST_CASE("a row that did not watch the wire has its calls alone") {
    CHECK(evidence_lines({}).empty());
}
