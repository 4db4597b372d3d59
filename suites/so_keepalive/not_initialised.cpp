#include "cases/common_parameters.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// When a process has no successful WSAStartup in force.
enum class Moment { before_startup, after_cleanup, after_balanced_pairs };

std::string to_text(Moment moment) {
    switch (moment) {
        case Moment::before_startup: return "before-WSAStartup";
        case Moment::after_cleanup: return "after-WSACleanup";
        case Moment::after_balanced_pairs: return "after-balanced-pairs";
    }
    return {};
}

const Parameter<Moment> moment("moment", {Moment::before_startup, Moment::after_cleanup,
                                          Moment::after_balanced_pairs});

/// A descriptor to try: none has been given out before WSAStartup, and WSACleanup takes back those
/// that had been.
SOCKET descriptor_at(const Test& test, Moment at) {
    auto& winsock = test.winsock();
    if (at == Moment::before_startup) {
        // Small numbers are handles of something else.
        constexpr SOCKET never_given_out = 0x0FFFFFFC;
        return never_given_out;
    }
    require_success(winsock.startup(MAKEWORD(2, 2)));
    const auto made = winsock.socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    require_success(made);
    if (at == Moment::after_balanced_pairs) {
        require_success(winsock.startup(MAKEWORD(2, 2)));
        require_success(winsock.cleanup());
        // After one of two WSACleanup calls Winsock is still initialised, and the socket exists.
        const DWORD optval = on;
        const auto result = winsock.setsockopt(static_cast<SOCKET>(made.value), SOL_SOCKET,
                                               SO_KEEPALIVE, &optval, sizeof optval);
        const bool was_cleaned_up = result.failed && result.error == WSANOTINITIALISED;
        CHECK_FALSE(was_cleaned_up);
    }
    require_success(winsock.cleanup());
    return static_cast<SOCKET>(made.value);
}

}  // namespace

// Without a WSAStartup in force, both calls report it.
CONFORMANCE_CASE("so-keepalive/not-initialised", checks("so-keepalive.wsanotinitialised"),
                 rows(moment, set_or_get), own_process()) {
    const auto s = descriptor_at(test, row[moment]);
    DWORD optval = on;
    int length = sizeof optval;
    if (row[set_or_get] == Operation::set) {
        CHECK_THAT(test.winsock().setsockopt(s, SOL_SOCKET, SO_KEEPALIVE, &optval, length),
                   FailsWith(WSANOTINITIALISED));
    } else {
        CHECK_THAT(
            test.winsock().getsockopt(s, SOL_SOCKET, SO_KEEPALIVE, &optval, &length, {}, true),
            FailsWith(WSANOTINITIALISED));
    }
}

}  // namespace conformance
