#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

// The option is there at all: it can be set and read.
CONFORMANCE_CASE("wsk-so-keepalive/since-vista/is-there", checks("wsk-so-keepalive.since-vista"),
                 rows(family, wsk_kind), in_kernel()) {
    const auto socket = make_wsk_socket(test.wsk(), row[family], row[wsk_kind]);
    CHECK_THAT(socket.set_keepalive(on), SucceedsInKernel());
    CHECK_THAT(socket.get_keepalive().call, SucceedsInKernel());
}

}  // namespace conformance
