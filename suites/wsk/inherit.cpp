#include "kernel_case.hpp"

namespace conformance {

using namespace parameters;

namespace {

enum class Turned { before_bind, after_bind };

std::string to_text(Turned turned) {
    return turned == Turned::before_bind ? "before-bind" : "after-bind";
}

const Parameter<Turned> turned_on("turned-on", {Turned::before_bind, Turned::after_bind});

}  // namespace

// Every connection that a listening socket accepts while it has the option on, has it on.
CONFORMANCE_CASE("wsk-so-keepalive/inherit/accepted-sockets-have-it-on",
                 checks("wsk-so-keepalive.inherit"), rows(family, turned_on), in_kernel()) {
    std::optional<KernelListener> listener;
    if (row[turned_on] == Turned::before_bind) {
        listener.emplace(test, row[family],
                         [](const WskSocket& socket) { require_kernel_keepalive(socket, on); });
    } else {
        listener.emplace(test, row[family]);
        require_kernel_keepalive(listener->socket(), on);
    }
    const auto first = listener->accept_connection();
    CHECK_KERNEL_SWITCH(test, first, on);
    const auto second = listener->accept_connection();
    CHECK_KERNEL_SWITCH(test, second, on);
}

}  // namespace conformance
