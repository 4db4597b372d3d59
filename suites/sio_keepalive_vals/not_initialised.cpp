#include "turn_on.hpp"

namespace conformance {

using namespace parameters;

namespace {

enum class Moment { before_startup, after_cleanup };

std::string to_text(Moment moment) {
    return moment == Moment::before_startup ? "before-WSAStartup" : "after-WSACleanup";
}

const Parameter<Moment> moment("moment", {Moment::before_startup, Moment::after_cleanup});

/// None has been given out before WSAStartup, and WSACleanup takes back those that had been.
SOCKET descriptor_at(const Test& test, Moment at) {
    if (at == Moment::before_startup) {
        // Small numbers are handles of something else.
        constexpr SOCKET never_given_out = 0x0FFFFFFC;
        return never_given_out;
    }
    auto& winsock = test.winsock();
    require_success(winsock.startup(MAKEWORD(2, 2)));
    const auto made = winsock.socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    require_success(made);
    require_success(winsock.cleanup());
    return static_cast<SOCKET>(made.value);
}

}  // namespace

// The error without a WSAStartup in force is not documented, and recorded; the call cannot succeed.
CONFORMANCE_CASE("sio-keepalive-vals/not-initialised",
                 checks("sio-keepalive-vals.wsanotinitialised"), rows(moment), own_process()) {
    const auto s = descriptor_at(test, row[moment]);
    const KeepaliveVals vals;
    CHECK_THAT(test.winsock().ioctl(s, vals.arguments), Fails());
}

}  // namespace conformance
