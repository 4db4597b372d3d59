#include <catch2/catch_test_macros.hpp>

#include "loaded_winsock.hpp"

using namespace conformance;

TEST_CASE("a call that fails has its error, and only then") {
    LoadedWinsock loaded;
    const auto failed = loaded.winsock.closesocket(INVALID_SOCKET);
    CHECK(failed.failed);
    CHECK(failed.error == WSAENOTSOCK);
    CHECK(describe(failed) == "SOCKET_ERROR/WSAENOTSOCK (10038)");
    const auto made = loaded.winsock.socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    CHECK_FALSE(made.failed);
    CHECK(made.error == 0);
    const auto closed = loaded.winsock.closesocket(static_cast<SOCKET>(made.value));
    CHECK_FALSE(closed.failed);
    CHECK(describe(closed) == "0");
}

TEST_CASE("an error that the provider forgot to set is not an old one") {
    LoadedWinsock loaded;
    auto forgetful = loaded.provider.functions();
    forgetful.closesocket = [](SOCKET) -> int { return SOCKET_ERROR; };
    Winsock winsock(forgetful, loaded.recorder);
    SetLastError(WSAEFAULT);
    const auto result = winsock.closesocket(1);
    CHECK(result.failed);
    CHECK(result.error == 0);
    CHECK(describe(result) == "SOCKET_ERROR/no error set");
}

TEST_CASE("a failing socket function says INVALID_SOCKET") {
    LoadedWinsock loaded;
    const auto result = loaded.winsock.socket(12345, SOCK_STREAM, IPPROTO_TCP);
    CHECK(result.failed);
    CHECK(describe(result).starts_with("INVALID_SOCKET/WSAE"));
}
