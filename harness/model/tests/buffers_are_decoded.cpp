#include <catch2/catch_test_macros.hpp>

#include "model/buffer_text.hpp"

using namespace conformance;

namespace {

Call option_call(const char* function, const char* option) {
    Call call;
    call.function = function;
    call.arguments = {{"optname", option}, {"optlen", "4"}};
    return call;
}

std::string set_text(const char* option, const std::string& bytes) {
    return decoded(option_call("setsockopt", option), {"optval", 4, bytes, bytes});
}

}  // namespace

TEST_CASE("an option's value is what it means") {
    CHECK(set_text("SO_KEEPALIVE", "01000000") == "on");
    CHECK(set_text("SO_KEEPALIVE", "00000000") == "off");
    CHECK(set_text("SO_KEEPALIVE", "00010000") == "on (256)");
    CHECK(set_text("TCP_KEEPIDLE", "05000000") == "5 s");
    CHECK(set_text("TCP_KEEPCNT", "0a000000") == "10");
    CHECK(set_text("SO_ERROR", "4d270000") == "WSAECONNREFUSED (10061)");
}

TEST_CASE("only the bytes that belong to the option count") {
    auto call = option_call("getsockopt", "SO_KEEPALIVE");
    call.buffers = {{"optval", 4, "a5a5a5a5", "00a5a5a5"}, {"optlen", 4, "04000000", "01000000"}};
    CHECK(decoded(call, call.buffers[0]) == "off");
    CHECK(decoded(call, call.buffers[1]) == "1");
    call.buffers[1].after = "00000000";
    CHECK(decoded(call, call.buffers[0]).empty());
    auto shorter = option_call("setsockopt", "SO_KEEPALIVE");
    shorter.arguments[1].value = "1";
    CHECK(decoded(shorter, {"optval", 4, "00010000", "00010000"}) == "off");
}

TEST_CASE("what a function was to fill and did not touch means nothing") {
    CHECK(decoded(option_call("getsockopt", "SO_KEEPALIVE"), {"optval", 4, "5a000000", "5a000000"})
              .empty());
    CHECK(decoded(option_call("getsockopt", "SO_KEEPALIVE"), {"optval", 0, "", ""}).empty());
}

TEST_CASE("a tcp_keepalive is its switch and its times") {
    Call call;
    call.function = "WSAIoctl";
    call.arguments = {{"dwIoControlCode", "SIO_KEEPALIVE_VALS"}};
    const std::string bytes = "01000000d0070000e8030000";
    CHECK(decoded(call, {"lpvInBuffer", 12, bytes, bytes}) == "on, 2000 ms, 1000 ms");
    CHECK(decoded(call, {"lpvInBuffer", 8, bytes.substr(0, 16), bytes.substr(0, 16)}).empty());
    call.arguments[0].value = "FIONBIO";
    CHECK(decoded(call, {"lpvInBuffer", 12, bytes, bytes}).empty());
}
