#include "cases/common_parameters.hpp"
#include "keepalive/switch.hpp"
#include "loopback/accept_ex.hpp"

namespace conformance {

using namespace parameters;

namespace {

/// A connection that AcceptEx has accepted from a listener whose option is `listener_value`.
struct AcceptedByAcceptEx {
    AcceptedByAcceptEx(const Test& test, Family of_family, std::uint32_t listener_value)
        : listener(test.listener(of_family)),
          client(test.stream_socket(of_family)),
          accepted(test.stream_socket(of_family)) {
        require_option(listener.socket(), so_keepalive, opposite(listener_value));
        require_option(listener.socket(), so_keepalive, listener_value);
        require_success(test.winsock().connect(client.handle(), listener.address()));
        accept_by_accept_ex(listener.socket(), accepted);
    }

    void update() const { update_accept_context(listener.socket(), accepted); }

    Listener listener;
    Socket client;
    Socket accepted;
};

}  // namespace

// Until SO_UPDATE_ACCEPT_CONTEXT it has nothing of its listener: it is off, as it was made.
CONFORMANCE_CASE("so-keepalive/accept-ex/before-the-context",
                 checks("so-keepalive.accept-ex-before"), rows(family, value)) {
    const AcceptedByAcceptEx connection(test, row[family], row[value]);
    // The page of AcceptEx lets a stack refuse all but a few functions until then.
    require_success(connection.accepted.get(so_keepalive));
    CHECK_OPTION(connection.accepted, so_keepalive, off);
}

// With SO_UPDATE_ACCEPT_CONTEXT it has the option as its listener has it.
CONFORMANCE_CASE("so-keepalive/accept-ex/after-the-context", checks("so-keepalive.accept-ex-after"),
                 rows(family, value)) {
    const AcceptedByAcceptEx connection(test, row[family], row[value]);
    connection.update();
    CHECK_OPTION(connection.accepted, so_keepalive, row[value]);
}

// The value after a change in between is not documented.
CONFORMANCE_CASE("so-keepalive/accept-ex/set-in-between", checks("so-keepalive.accept-ex-between"),
                 rows(family, value)) {
    const AcceptedByAcceptEx connection(test, row[family], row[value]);
    const auto set = connection.accepted.set(so_keepalive, opposite(row[value]));
    RECORD(acceptance(set));
    connection.update();
    CHECK_THAT(read_any_switch(connection.accepted), Recorded(StoresBetween(off, on)));
}

}  // namespace conformance
