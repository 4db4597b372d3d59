#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

namespace {

WskControlArguments arguments_of(Operation operation) {
    return operation == Operation::set ? setting_keepalive(on) : getting_keepalive();
}

}  // namespace

// The IRP that has to be given is used: both operations complete it.
CONFORMANCE_CASE("wsk-so-keepalive/irp/is-used", checks("wsk-so-keepalive.irp"),
                 rows(family, wsk_kind, set_or_get), in_kernel()) {
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    const auto result = socket.control(arguments_of(row[set_or_get]));
    CHECK_THAT(WskCompletion{result.call}, UsesItsIrp());
}

// Without an IRP the call is refused. The row runs only when named: no page describes the behaviour
// of Windows, and a kernel that uses a missing IRP crashes the machine.
CONFORMANCE_CASE("wsk-so-keepalive/irp/none-is-refused", checks("wsk-so-keepalive.irp"),
                 rows(family, wsk_kind, set_or_get), in_kernel(), only_when_named()) {
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    auto arguments = arguments_of(row[set_or_get]);
    require_success(socket.control(arguments).call);
    arguments.with_irp = false;
    CHECK_THAT(socket.control(arguments).call, IsRefused());
}

}  // namespace conformance
