#include <utility>

#include <catch2/catch_test_macros.hpp>

#include "expect/matchers.hpp"
#include "winsock/socket.hpp"

using namespace conformance;

namespace {

constexpr CallResult success{"f", 0, false, 0};
constexpr CallResult positive{"f", 1, false, 0};

CallResult failure(int error) {
    return {"f", -1, true, error};
}

OptionResult stored(std::vector<unsigned char> bytes, int length) {
    return {success, std::move(bytes), length};
}

}  // namespace

TEST_CASE("Succeeds takes 0 and nothing else") {
    CHECK(Succeeds().match(success));
    CHECK_FALSE(Succeeds().match(positive));
    CHECK_FALSE(Succeeds().match(failure(WSAEFAULT)));
}

TEST_CASE("FailsWith takes that error and nothing else") {
    CHECK(FailsWith(WSAEFAULT).match(failure(WSAEFAULT)));
    CHECK_FALSE(FailsWith(WSAEFAULT).match(failure(WSAEINVAL)));
    CHECK_FALSE(FailsWith(WSAEFAULT).match(failure(0)));
    CHECK_FALSE(FailsWith(WSAEFAULT).match(success));
    // The error that was set without a failure does not count, nor another failure's value.
    CHECK_FALSE(FailsWith(WSAEFAULT).match(CallResult{"f", 0, false, WSAEFAULT}));
    CHECK_FALSE(FailsWith(WSAEFAULT).match(CallResult{"f", WSAEFAULT, false, WSAEFAULT}));
}

TEST_CASE("Fails takes any error that was set") {
    CHECK(Fails().match(failure(WSAEINVAL)));
    CHECK_FALSE(Fails().match(failure(0)));
    CHECK_FALSE(Fails().match(success));
    CHECK(SucceedsOrFails().match(success));
    CHECK(SucceedsOrFails().match(failure(WSAEINVAL)));
    CHECK_FALSE(SucceedsOrFails().match(failure(0)));
    CHECK_FALSE(SucceedsOrFails().match(positive));
}

TEST_CASE("a choice of errors takes these and nothing else") {
    CHECK(FailsWithOneOf({WSAEINVAL, WSAEFAULT}).match(failure(WSAEINVAL)));
    CHECK(FailsWithOneOf({WSAEINVAL, WSAEFAULT}).match(failure(WSAEFAULT)));
    CHECK_FALSE(FailsWithOneOf({WSAEINVAL, WSAEFAULT}).match(failure(WSAENOBUFS)));
    CHECK_FALSE(FailsWithOneOf({WSAEINVAL, WSAEFAULT}).match(success));
    CHECK(SucceedsOrFailsWith(WSAEINVAL).match(success));
    CHECK(SucceedsOrFailsWith(WSAEINVAL).match(failure(WSAEINVAL)));
    CHECK_FALSE(SucceedsOrFailsWith(WSAEINVAL).match(failure(WSAEFAULT)));
    CHECK_FALSE(SucceedsOrFailsWith(WSAEINVAL).match(positive));
}

TEST_CASE("StoresOneOf takes its values and nothing between them") {
    CHECK(StoresOneOf({5, 7}).match(stored({5, 0, 0, 0}, 4)));
    CHECK(StoresOneOf({5, 7}).match(stored({7, 0, 0, 0}, 4)));
    CHECK_FALSE(StoresOneOf({5, 7}).match(stored({6, 0, 0, 0}, 4)));
    CHECK_FALSE(StoresOneOf({5, 7}).match(OptionResult{failure(WSAEFAULT), {5, 0, 0, 0}, 4}));
}

TEST_CASE("StoresBetween takes its bounds and what is between them") {
    CHECK(StoresBetween(1, 2).match(stored({1, 0, 0, 0}, 4)));
    CHECK(StoresBetween(1, 2).match(stored({2, 0, 0, 0}, 4)));
    CHECK_FALSE(StoresBetween(1, 2).match(stored({0, 0, 0, 0}, 4)));
    CHECK_FALSE(StoresBetween(1, 2).match(stored({3, 0, 0, 0}, 4)));
    CHECK_FALSE(StoresBetween(1, 2).match(OptionResult{failure(WSAEFAULT), {1, 0, 0, 0}, 4}));
}

TEST_CASE("Stores takes the truth of the DWORD") {
    CHECK(Stores(parameters::on).match(stored({1, 0, 0, 0}, 4)));
    CHECK(Stores(parameters::on).match(stored({0, 0, 0, 0x80}, 4)));
    CHECK(Stores(parameters::off).match(stored({0, 0, 0, 0}, 4)));
    CHECK_FALSE(Stores(parameters::off).match(stored({0, 1, 0, 0}, 4)));
    CHECK_FALSE(Stores(parameters::on).match(stored({0, 0, 0, 0}, 4)));
    CHECK_FALSE(Stores(parameters::on).match(stored({OptionResult::unwritten, 0, 0, 0}, 4)));
    CHECK_FALSE(Stores(parameters::off).match(stored({OptionResult::unwritten, 0, 0, 0}, 4)));
    CHECK_FALSE(Stores(parameters::off).match(OptionResult{failure(WSAEFAULT), {0, 0, 0, 0}, 4}));
}

TEST_CASE("StoresExactly and ReportsSize take the number and nothing else") {
    CHECK(StoresExactly(258).match(stored({2, 1, 0, 0}, 4)));
    CHECK_FALSE(StoresExactly(1).match(stored({1, 0xA5, 0xA5, 0xA5}, 1)));
    CHECK(ReportsSize(4).match(stored({1, 0, 0, 0}, 4)));
    CHECK_FALSE(ReportsSize(4).match(stored({1, 0, 0, 0}, 1)));
    CHECK_FALSE(ReportsSize(4).match(OptionResult{failure(WSAEFAULT), {}, 4}));
}

TEST_CASE("LeavesUntouched looks at every byte from the first on") {
    CHECK(LeavesUntouched(2, 0xA5).match(stored({1, 2, 0xA5, 0xA5}, 4)));
    CHECK_FALSE(LeavesUntouched(2, 0xA5).match(stored({1, 2, 0xA5, 0xA4}, 4)));
    CHECK_FALSE(LeavesUntouched(0, 0xA5).match(stored({1, 0xA5, 0xA5, 0xA5}, 4)));
}

TEST_CASE("an assertion's text is taken apart into what happened and what was expected") {
    const auto expansion =
        Catch::Detail::stringify(failure(WSAEINVAL)) + " " + FailsWith(WSAEFAULT).toString();
    const auto text = split_expectation("expression", expansion);
    CHECK(text.actual == "SOCKET_ERROR/WSAEINVAL (10022)");
    CHECK(text.expected == "SOCKET_ERROR/WSAEFAULT (10014)");
    const auto plain = split_expectation("a == b", "1 == 2");
    CHECK(plain.expected == "a == b");
    CHECK(plain.actual == "1 == 2");
}
