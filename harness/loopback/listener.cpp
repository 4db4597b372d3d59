#include "loopback/listener.hpp"

#include "model/inconclusive.hpp"

namespace conformance {

Listener::Listener(Winsock& winsock, Family family, int backlog)
    : Listener(winsock, Address::loopback(family), backlog) {}

Listener::Listener(Winsock& winsock, const Address& address, int backlog)
    : socket_(make_stream_socket(winsock, address.family())), address_(bind_to(socket_, address)) {
    require_success(winsock.listen(socket_.handle(), backlog));
}

Socket Listener::accept() const {
    auto& winsock = socket_.winsock();
    const auto ready = winsock.select_readable(socket_.handle(), setup_timeout());
    require_success(ready);
    if (ready.value == 0) {
        throw Inconclusive("set-up: no connection reached the listener");
    }
    const auto accepted = winsock.accept(socket_.handle());
    require_success(accepted);
    return {winsock, static_cast<SOCKET>(accepted.value)};
}

}  // namespace conformance
