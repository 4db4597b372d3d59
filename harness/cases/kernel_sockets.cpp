#include "cases/kernel_sockets.hpp"

#include <array>

namespace conformance {

std::string to_text(KernelState state) {
    static constexpr std::array<const char*, 6> names{
        "new-listening", "listening", "new-connection", "bound-connection", "connected", "accepted",
    };
    return names[static_cast<std::size_t>(state)];
}

std::string to_text(WskKind kind) {
    switch (kind) {
        case WskKind::basic: return "basic";
        case WskKind::listening: return "listening";
        case WskKind::connection: return "connection";
        case WskKind::datagram: return "datagram";
    }
    return {};
}

void require_control_implemented(const Test& test, Family of_family) {
    // STATUS_NOT_IMPLEMENTED of ntstatus.h.
    constexpr auto not_implemented = static_cast<int>(0xC0000002);
    const auto socket = make_wsk_socket(test.wsk(), of_family, WskKind::connection);
    const auto answer = socket.get_keepalive().call;
    if (answer.status() == not_implemented) {
        throw Inconclusive("WskControlSocket is not implemented: it answered " + describe(answer));
    }
}

KernelListener::KernelListener(const Test& test, Family family, const Prepare& prepare)
    : test_(test),
      family_(family),
      socket_(make_wsk_socket(test.wsk(), family, WskKind::listening)) {
    require_control_implemented(test, family);
    if (prepare) {
        prepare(socket_);
    }
    require_success(socket_.bind(Address::loopback(family)));
}

WskSocket KernelListener::accept_connection() {
    const auto address = bound_address(socket_, Address::loopback(family_));
    auto& peer = peers_.emplace_back(test_.stream_socket(family_));
    require_success(test_.winsock().connect(peer.handle(), address));
    return accept_from(socket_);
}

KernelSocket::KernelSocket(const Test& test, Family family, KernelState state) {
    auto& wsk = test.wsk();
    if (state != KernelState::new_listening && state != KernelState::new_connection) {
        require_control_implemented(test, family);
    }
    switch (state) {
        case KernelState::new_listening:
            socket_ = make_wsk_socket(wsk, family, WskKind::listening);
            return;
        case KernelState::listening:
            socket_ = make_wsk_socket(wsk, family, WskKind::listening);
            require_success(socket_->bind(Address::loopback(family)));
            return;
        case KernelState::new_connection:
            socket_ = make_wsk_socket(wsk, family, WskKind::connection);
            return;
        case KernelState::accepted:
            listener_.emplace(test, family);
            socket_ = listener_->accept_connection();
            return;
        case KernelState::bound_connection:
        case KernelState::connected: break;
    }
    socket_ = make_wsk_socket(wsk, family, WskKind::connection);
    require_success(socket_->bind(Address::loopback(family)));
    if (state == KernelState::connected) {
        user_listener_.emplace(test.listener(family));
        require_success(socket_->connect(user_listener_->address()));
        peer_ = user_listener_->accept();
    }
}

namespace {

void require_reading_of_what_is_set(const WskSocket& socket) {
    for (const auto value : {parameters::on, parameters::off, parameters::on}) {
        require_success(socket.set_keepalive(value));
        const auto reading = socket.get_keepalive();
        require_success(reading.call);
        if (reading.value() != value) {
            throw Inconclusive("set-up: WskControlSocket set " + std::to_string(value) +
                               " and read: " + describe(reading));
        }
    }
}

}  // namespace

void require_kernel_switch_works(const Test& test) {
    for (const auto of_family : available_families(test.winsock())) {
        for (const auto state : {KernelState::new_listening, KernelState::new_connection,
                                 KernelState::connected, KernelState::accepted}) {
            require_reading_of_what_is_set(KernelSocket(test, of_family, state).socket());
        }
    }
}

WskOptionResult read_kernel_switch(const Test& test, const WskSocket& socket,
                                   std::uint32_t expected) {
    auto reading = socket.get_keepalive();
    if (!StoresUlong(expected).match(reading)) {
        require_kernel_switch_works(test);
    }
    return reading;
}

void require_kernel_keepalive(const WskSocket& socket, std::uint32_t to) {
    require_success(socket.set_keepalive(to));
    const auto reading = socket.get_keepalive();
    if (!StoresUlong(to).match(reading)) {
        throw Inconclusive("set-up: WskControlSocket set " + std::to_string(to) +
                           " and read: " + describe(reading));
    }
}

}  // namespace conformance
