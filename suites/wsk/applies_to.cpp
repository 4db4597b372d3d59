#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

// Datagram and basic sockets have no such option; with which status they refuse is not said.
CONFORMANCE_CASE("wsk-so-keepalive/applies-to/other-sockets-refuse",
                 checks("wsk-so-keepalive.applies-to"),
                 rows(family, wsk_kind.of(WskKind::datagram, WskKind::basic), set_or_get),
                 in_kernel()) {
    require_control_implemented(test, row[family]);
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    const auto result = socket.control(row[set_or_get] == Operation::set ? setting_keepalive(on)
                                                                         : getting_keepalive());
    // A function that refuses everything proves nothing about these sockets.
    require_kernel_switch_works(test);
    CHECK_THAT(result.call, IsRefused());
}

}  // namespace conformance
