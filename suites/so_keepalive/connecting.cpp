#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// About how long a connect that was held up still takes: a SYN that got no answer is sent again.
constexpr std::chrono::milliseconds until_let{1200};

/// The answer of setsockopt during a connect, and the option's value right before and after it, if
/// it can be read. The connect is proven to be in progress before and after.
struct SetDuringConnect {
    OptionResult before;
    CallResult set;
    OptionResult after;
};

SetDuringConnect set_during(PendingConnect& connecting, std::uint32_t to) {
    connecting.require_in_progress();
    const auto before = connecting.socket().get(so_keepalive);
    const auto set = connecting.socket().set(so_keepalive, to);
    const auto after = connecting.socket().get(so_keepalive);
    connecting.require_in_progress();
    return {before, set, after};
}

void check_refused(const Test& test, Family of_family, ConnectBy by, std::uint32_t to) {
    PendingConnect connecting(test.winsock(), of_family, by, with_switch(opposite(to)));
    const auto result = set_during(connecting, to);
    CHECK_THAT(result.set, FailsWith(WSAEINVAL));
    if (result.before.call.value == 0 && result.after.call.value == 0) {
        CHECK_THAT(result.after, StoresExactly(result.before.dword()));
    }
}

void check_allowed(const Test& test, Family of_family, ConnectBy by, std::uint32_t to) {
    PendingConnect connecting(test.winsock(), of_family, by, with_switch(opposite(to)));
    const auto result = set_during(connecting, to);
    CHECK_THAT(result.set, Succeeds());
    if (result.after.call.value == 0) {
        CHECK_THAT(result.after, Stores(to));
    }
}

void record_get(const Test& test, Family of_family, ConnectBy by) {
    PendingConnect connecting(test.winsock(), of_family, by, with_switch(off));
    connecting.require_in_progress();
    const auto result = connecting.socket().get(so_keepalive);
    connecting.require_in_progress();
    RECORD(acceptance(result));
}

/// An answer during the connect has no effect afterwards.
void check_allowed_afterwards(const Test& test, Family of_family, ConnectBy by) {
    PendingConnect connecting(test.winsock(), of_family, by, with_switch(off));
    static_cast<void>(set_during(connecting, on));
    connecting.let_complete();
    for (const auto to : {on, off}) {
        CHECK_THAT(connecting.socket().set(so_keepalive, to), Succeeds());
        CHECK_OPTION(connecting.socket(), so_keepalive, to);
    }
}

}  // namespace

// While a connect is in progress, setting the option is refused (from Windows Vista on).
CONFORMANCE_CASE("so-keepalive/connecting/set-is-refused",
                 checks("so-keepalive.einval-transitional"),
                 rows(family, asynchronously.since(first_version), value)) {
    check_refused(test, row[family], row[asynchronously], row[value]);
}

// It is refused in another thread, too, while a function waits for its connect.
CONFORMANCE_CASE("so-keepalive/connecting/set-is-refused-while-another-thread-waits",
                 checks("so-keepalive.einval-transitional"),
                 rows(family, blocking.since(first_version), value)) {
    check_refused(test, row[family], row[blocking], row[value]);
}

// While a connect is in progress, the option can be set (up to Windows Server 2003).
CONFORMANCE_CASE("so-keepalive/connecting/set-is-allowed",
                 checks("so-keepalive.transitional-allowed"),
                 rows(family, asynchronously.since(first_version), value)) {
    check_allowed(test, row[family], row[asynchronously], row[value]);
}

// It can be set in another thread, too, while a function waits for its connect.
CONFORMANCE_CASE("so-keepalive/connecting/set-is-allowed-while-another-thread-waits",
                 checks("so-keepalive.transitional-allowed"),
                 rows(family, blocking.since(first_version), value)) {
    check_allowed(test, row[family], row[blocking], row[value]);
}

// Once that connect has completed, the option can be set on the same socket.
CONFORMANCE_CASE("so-keepalive/connecting/set-after-it-completed",
                 checks("so-keepalive.after-connect"),
                 rows(family, asynchronously.since(first_version)), waits(until_let)) {
    check_allowed_afterwards(test, row[family], row[asynchronously]);
}

// Once the function that waited has returned, the option can be set on the same socket.
CONFORMANCE_CASE("so-keepalive/connecting/set-after-the-wait", checks("so-keepalive.after-connect"),
                 rows(family, blocking.since(first_version)), waits(until_let)) {
    check_allowed_afterwards(test, row[family], row[blocking]);
}

// Reading during a connect is not documented: the row records the answer.
CONFORMANCE_CASE("so-keepalive/connecting/get", checks("so-keepalive.get-transitional"),
                 rows(family, asynchronously.since(first_version))) {
    record_get(test, row[family], row[asynchronously]);
}

// Nor is reading in another thread: the row records the answer.
CONFORMANCE_CASE("so-keepalive/connecting/get-while-another-thread-waits",
                 checks("so-keepalive.get-transitional"),
                 rows(family, blocking.since(first_version))) {
    record_get(test, row[family], row[blocking]);
}

}  // namespace conformance
