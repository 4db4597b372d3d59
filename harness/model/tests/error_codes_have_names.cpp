#include <catch2/catch_test_macros.hpp>

#include "model/winsock_error.hpp"

using namespace conformance;

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
