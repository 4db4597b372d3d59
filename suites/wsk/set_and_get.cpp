#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

// On, off, on again, in every state of a listening socket and of a connection.
CONFORMANCE_CASE("wsk-so-keepalive/set/on-off-on", checks("wsk-so-keepalive.set"),
                 rows(family, kernel_state), in_kernel()) {
    const KernelSocket in_state(test, row[family], row[kernel_state]);
    const auto& socket = in_state.socket();
    for (const auto next : {on, off, on}) {
        CHECK_THAT(socket.set_keepalive(next), SucceedsInKernel());
        CHECK_THAT(socket.get_keepalive(), StoresUlong(next));
    }
}

// One socket's setting is not another's.
CONFORMANCE_CASE("wsk-so-keepalive/set/one-socket-only", checks("wsk-so-keepalive.set"),
                 rows(family, wsk_kind), in_kernel()) {
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    const auto other = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    CHECK_THAT(socket.set_keepalive(on), SucceedsInKernel());
    CHECK_KERNEL_SWITCH(test, other, off);
}

// WskControlSocket reads the value that was set: 0 or 1.
CONFORMANCE_CASE("wsk-so-keepalive/get/reads-what-was-set", checks("wsk-so-keepalive.get"),
                 rows(family, kernel_state, value), in_kernel()) {
    const KernelSocket in_state(test, row[family], row[kernel_state]);
    const auto& socket = in_state.socket();
    CHECK_THAT(socket.get_keepalive().call, SucceedsInKernel());
    require_success(socket.set_keepalive(opposite(row[value])));
    require_success(socket.set_keepalive(row[value]));
    CHECK_THAT(socket.get_keepalive(), StoresUlong(row[value]));
}

// All four bytes of the ULONG are written.
CONFORMANCE_CASE("wsk-so-keepalive/get/writes-a-whole-ulong", checks("wsk-so-keepalive.get"),
                 rows(family, wsk_kind, value), in_kernel()) {
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    require_success(socket.set_keepalive(row[value]));
    auto arguments = getting_keepalive();
    arguments.output_before = 0xAAAAAAAA;
    CHECK_THAT(socket.control(arguments), StoresUlong(row[value]));
}

// A ULONG is all that is written.
CONFORMANCE_CASE("wsk-so-keepalive/get/writes-a-ulong-and-no-more", checks("wsk-so-keepalive.get"),
                 rows(family, wsk_kind), in_kernel()) {
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    const auto reading = socket.get_keepalive();
    CHECK_THAT(reading.call, SucceedsInKernel());
    CHECK_THAT(reading, WritesNoMoreThanUlong());
}

}  // namespace conformance
