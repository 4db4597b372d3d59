#include <catch2/catch_test_macros.hpp>

#include <vector>

#include "base/text.hpp"
#include "recorded_segments.hpp"
#include "wire/pcap.hpp"

using namespace conformance;

namespace {

Segment segment(const char* family, std::uint32_t payload) {
    Segment result;
    result.at_us = 3'000'002;
    result.family = family;
    result.bytes = recorded_packets[3].substr(40);
    result.payload = payload;
    return result;
}

std::string hexadecimal_of(const std::string& text) {
    return hexadecimal(std::span(reinterpret_cast<const unsigned char*>(text.data()), text.size()));
}

}  // namespace

TEST_CASE("an IPv4 segment is a packet of a capture file") {
    const std::vector segments{segment("ipv4", 1)};
    CHECK(hexadecimal_of(pcap_of(segments)) ==
          "d4c3b2a1020004000000000000000000ffff000065000000"
          "030000000200000035000000350000004500003500004000400"
          "63cc17f0000017f000001" +
              std::string(recorded_packets[3].substr(40)));
}

TEST_CASE("data that was not kept is recognised by the lengths") {
    const std::vector segments{segment("ipv6", 1001)};
    const auto file = hexadecimal_of(pcap_of(segments));
    // 40 bytes of IPv6 and 33 of TCP are there, of 40 + 32 + 1001.
    CHECK(file.substr(48 + 16, 16) == "4900000031040000");
    CHECK(file.substr(48 + 32, 16) == "6000000004090640");
}

TEST_CASE("a segment of no bytes is an empty packet") {
    Segment empty;
    empty.family = "ipv4";
    const std::vector segments{empty};
    CHECK(pcap_of(segments).size() == 24 + 16 + 20);
}
