#include "parameters.hpp"

namespace conformance {

static const Parameter<ConnectBy> function("function", {ConnectBy::connect_asynchronous,
                                                        ConnectBy::wsa_connect_asynchronous,
                                                        ConnectBy::connect_ex});

// While a connect is in progress, setting the option is refused (from Windows Vista on).
CONFORMANCE_CASE("so-keepalive/connecting/set-is-refused",
                 checks("so-keepalive.einval-transitional"),
                 rows(family, function.since(first_version), value)) {
    const PendingConnect connecting(test.winsock(), row[family], row[function]);
    connecting.must_be_in_progress();
    const auto result = connecting.socket().set_keepalive(row[value]);
    connecting.must_be_in_progress();
    CHECK_THAT(result, FailsWith(WSAEINVAL));
}

// While a connect is in progress, the option can be set (up to Windows Server 2003).
CONFORMANCE_CASE("so-keepalive/connecting/set-is-allowed",
                 checks("so-keepalive.transitional-allowed"),
                 rows(family, function.since(first_version), value)) {
    const PendingConnect connecting(test.winsock(), row[family], row[function]);
    connecting.must_be_in_progress();
    const auto result = connecting.socket().set_keepalive(row[value]);
    connecting.must_be_in_progress();
    CHECK_THAT(result, Succeeds());
}

// Nothing is said of reading it then: what happens is recorded.
CONFORMANCE_CASE("so-keepalive/connecting/get", checks("so-keepalive.get-transitional"),
                 rows(family, function.since(first_version))) {
    const PendingConnect connecting(test.winsock(), row[family], row[function]);
    connecting.must_be_in_progress();
    const auto result = connecting.socket().get_keepalive();
    connecting.must_be_in_progress();
    CHECK_THAT(result, SucceedsOrFails());
}

}  // namespace conformance
