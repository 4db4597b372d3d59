#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

// An accepted socket may be set otherwise than the one that has accepted it, which keeps its own.
CONFORMANCE_CASE("wsk-so-keepalive/override/accepted-socket-is-set-otherwise",
                 checks("wsk-so-keepalive.override"), rows(family, value), in_kernel()) {
    KernelListener listener(test, row[family]);
    const auto inherited = opposite(row[value]);
    require_kernel_keepalive(listener.socket(), inherited);
    const auto accepted = listener.accept_connection();
    CHECK_THAT(accepted.set_keepalive(row[value]), SucceedsInKernel());
    CHECK_THAT(accepted.get_keepalive(), StoresUlong(row[value]));
    CHECK_THAT(listener.socket().get_keepalive(), StoresUlong(inherited));
}

}  // namespace conformance
