#include "cases/common_parameters.hpp"

namespace conformance {

namespace {

/// What setsockopt answers during a connect, and what the option is right before and after it,
/// where that can be read. The connect is proven in progress before and after.
struct SetDuringConnect {
    OptionResult before;
    CallResult set;
    OptionResult after;
};

SetDuringConnect set_during_connect(const Test& test, Family of_family, ConnectBy by,
                                    std::uint32_t to) {
    PendingConnect connecting(test.winsock(), of_family, by, opposite(to));
    connecting.must_be_in_progress();
    const auto before = connecting.socket().get_keepalive();
    const auto set = connecting.socket().set_keepalive(to);
    const auto after = connecting.socket().get_keepalive();
    connecting.must_be_in_progress();
    return {before, set, after};
}

}  // namespace

// While a connect is in progress, setting the option is refused (from Windows Vista on).
CONFORMANCE_CASE("so-keepalive/connecting/set-is-refused",
                 checks("so-keepalive.einval-transitional"),
                 rows(family, asynchronously.since(first_version), value)) {
    const auto result = set_during_connect(test, row[family], row[asynchronously], row[value]);
    CHECK_THAT(result.set, FailsWith(WSAEINVAL));
    if (result.before.call.value == 0 && result.after.call.value == 0) {
        CHECK_THAT(result.after, StoresExactly(result.before.dword()));
    }
}

// While a connect is in progress, the option can be set (up to Windows Server 2003).
CONFORMANCE_CASE("so-keepalive/connecting/set-is-allowed",
                 checks("so-keepalive.transitional-allowed"),
                 rows(family, asynchronously.since(first_version), value)) {
    const auto result = set_during_connect(test, row[family], row[asynchronously], row[value]);
    CHECK_THAT(result.set, Succeeds());
    if (result.after.call.value == 0) {
        CHECK_THAT(result.after, Stores(row[value]));
    }
}

// Nothing is said of reading it then: what happens is recorded.
CONFORMANCE_CASE("so-keepalive/connecting/get", checks("so-keepalive.get-transitional"),
                 rows(family, asynchronously.since(first_version))) {
    PendingConnect connecting(test.winsock(), row[family], row[asynchronously]);
    connecting.must_be_in_progress();
    const auto result = connecting.socket().get_keepalive();
    connecting.must_be_in_progress();
    CHECK_THAT(result, Recorded(SucceedsOrFails()));
}

}  // namespace conformance
