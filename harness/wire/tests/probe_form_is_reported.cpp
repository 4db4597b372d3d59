#include <catch2/catch_test_macros.hpp>

#include "wire/probe_form.hpp"

using namespace conformance;

namespace {

TcpSegment segment(std::uint8_t flags, std::uint32_t sequence, std::uint32_t acknowledgement,
                   std::uint32_t payload = 0) {
    std::vector<std::uint8_t> bytes(20 + payload, 0);
    const auto put_32 = [&](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i) {
            bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
        }
    };
    put_32(4, sequence);
    put_32(8, acknowledgement);
    bytes[12] = 5 << 4;
    bytes[13] = flags;
    return parse_tcp(bytes, bytes.size()).value();
}

constexpr ProbeForm form{0xFFFFFFFF, 700};

}  // namespace

TEST_CASE("a probe of the documented form deviates in nothing, with a byte or without") {
    CHECK(deviations(segment(0x10, 0xFFFFFFFF, 700), form).empty());
    CHECK(deviations(segment(0x10, 0xFFFFFFFF, 700, 1), form).empty());
}

TEST_CASE("each deviation of a probe is reported") {
    CHECK(deviations(segment(0x00, 0xFFFFFFFF, 0), form) == "without ACK");
    CHECK(deviations(segment(0x18, 0xFFFFFFFF, 700, 1), form) == "with PSH");
    CHECK(deviations(segment(0x37, 0xFFFFFFFF, 700), form) ==
          "with FIN; with SYN; with RST; with URG");
    CHECK(deviations(segment(0x10, 1, 700), form) == "SEQ 2 more than SND.NXT-1");
    CHECK(deviations(segment(0x10, 0xFFFFFFFE, 700), form) == "SEQ 1 less than SND.NXT-1");
    CHECK(deviations(segment(0x10, 0xFFFFFFFF, 699), form) == "ACK 1 less than RCV.NXT");
    CHECK(deviations(segment(0x10, 0xFFFFFFFF, 700, 3), form) == "3 bytes");
}

TEST_CASE("a probe's byte is named") {
    CHECK(data_text(segment(0x10, 1, 1)) == "no byte");
    CHECK(data_text(segment(0x10, 1, 1, 1)) == "the byte 00");
}
