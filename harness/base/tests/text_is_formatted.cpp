#include <array>

#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"

using namespace conformance;

TEST_CASE("numbers and bytes are written in hexadecimal") {
    CHECK(hexadecimal(std::uint64_t{0xC0DE}) == "0xC0DE");
    CHECK(hexadecimal(std::uint64_t{0}) == "0x0");
    CHECK(hexadecimal(std::uint64_t{0xC0DE}, 8) == "0x0000C0DE");
    CHECK(hexadecimal(std::array<unsigned char, 3>{0x01, 0xA5, 0xFF}) == "01a5ff");
}

TEST_CASE("times are written in seconds") {
    CHECK(seconds(2500) == "2.5 s");
    CHECK(seconds(40) == "0.0 s");
}
