#include <array>

#include <catch2/catch_test_macros.hpp>

#include "model/text.hpp"
#include "model/winsock_error.hpp"

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

TEST_CASE("error codes have their names") {
    CHECK(describe_error(10014) == "WSAEFAULT (10014)");
    CHECK(describe_error(12345) == "error 12345");
    CHECK(error_name(997) == "WSA_IO_PENDING");
}

TEST_CASE("the codes by which processes end have names") {
    CHECK(describe_exit_code(0xC0000005) == "access violation (0xC0000005)");
    CHECK(describe_exit_code(3) == "exit code 3");
    CHECK(describe_exit_code(0xC0DEC0DE) == "exit code 0xC0DEC0DE");
}
