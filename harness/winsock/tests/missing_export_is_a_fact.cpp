#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "loaded_winsock.hpp"
#include "model/inconclusive.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::MessageMatches;

TEST_CASE("a function that the provider does not export is inconclusive, with its name") {
    LoadedWinsock loaded;
    auto functions = loaded.provider.functions();
    functions.WSAConnectByList = nullptr;
    Winsock winsock(functions, loaded.recorder);
    CHECK_THROWS_MATCHES(
        winsock.wsa_connect_by_list(1, Address::loopback(Family::ipv4), std::chrono::seconds(1)),
        Inconclusive, Message("the provider exports no WSAConnectByList"));
}

TEST_CASE("a DLL that is no Winsock is refused") {
    CHECK_THROWS_MATCHES(ProviderLibrary(system_provider_path().replace_filename("kernel32.dll")),
                         ProviderError, MessageMatches(ContainsSubstring("expected a Winsock")));
}

TEST_CASE("what is no DLL is refused") {
    CHECK_THROWS_MATCHES(ProviderLibrary("no such file.dll"), ProviderError,
                         MessageMatches(ContainsSubstring("expected a DLL that can be loaded")));
}
