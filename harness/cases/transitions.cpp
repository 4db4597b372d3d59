#include "cases/transitions.hpp"

#include <array>

namespace conformance {

namespace {

constexpr std::array<unsigned char, 1> byte{'x'};

void require_readable(const Socket& socket, const char* what) {
    const auto readable = socket.winsock().select_readable(socket.handle(), setup_timeout());
    require_success(readable);
    if (readable.value == 0) {
        throw Inconclusive(std::string("set-up: ") + what + " did not arrive");
    }
}

void require_refusal(const CallResult& result, const char* what) {
    if (!result.failed) {
        throw Inconclusive(std::string("set-up: ") + what + " succeeded");
    }
}

void send_a_byte(const Socket& from, const Socket& to) {
    require_success(from.winsock().send(from.handle(), byte));
    require_readable(to, "a byte");
    std::array<unsigned char, 1> received{};
    require_success(to.winsock().recv(to.handle(), received));
}

}  // namespace

std::string to_text(Transition transition) {
    static constexpr std::array<const char*, 10> names{
        "bind",          "listen",           "accept",        "refused-connect",
        "shutdown-send", "shutdown-receive", "shutdown-both", "peer-close",
        "data",          "refused-sets"};
    return names[static_cast<std::size_t>(transition)];
}

SocketBefore::SocketBefore(const Test& test, Family family, Transition transition,
                           const Option<Truth>& refused)
    : test_(test), family_(family), transition_(transition), refused_(refused) {
    switch (transition) {
        case Transition::bind:
        case Transition::refused_connect: socket_ = test.stream_socket(family); return;
        case Transition::listen:
        case Transition::accept:
            socket_ = test.stream_socket(family);
            address_ = bind_to_loopback(*socket_, family);
            if (transition == Transition::accept) {
                require_success(test.winsock().listen(socket_->handle(), 1));
            }
            return;
        default: break;
    }
    auto pair = test.connected_pair(family);
    socket_ = std::move(pair.client);
    peer_ = std::move(pair.server);
}

void SocketBefore::happen() {
    switch (transition_) {
        case Transition::bind: bind_to_loopback(*socket_, family_); return;
        case Transition::listen:
            require_success(test_.winsock().listen(socket_->handle(), 1));
            return;
        case Transition::accept: accept_one(); return;
        case Transition::refused_connect: connect_to_closed_port(); return;
        case Transition::shutdown_send: shut_down(SD_SEND); return;
        case Transition::shutdown_receive: shut_down(SD_RECEIVE); return;
        case Transition::shutdown_both: shut_down(SD_BOTH); return;
        case Transition::peer_close:
            require_success(peer_->close());
            require_readable(*socket_, "the peer's close");
            return;
        case Transition::data: send_both_ways(); return;
        case Transition::refused_sets: set_without_length(); return;
    }
}

void SocketBefore::shut_down(int how) {
    require_success(test_.winsock().shutdown(socket_->handle(), how));
}

void SocketBefore::accept_one() {
    peer_ = test_.stream_socket(family_);
    require_success(test_.winsock().connect(peer_->handle(), address_));
    const auto accepted = test_.winsock().accept(socket_->handle());
    require_success(accepted);
    const Socket server(test_.winsock(), static_cast<SOCKET>(accepted.value));
}

void SocketBefore::connect_to_closed_port() {
    peer_ = test_.stream_socket(family_);
    const auto closed_port = bind_to_loopback(*peer_, family_);
    require_refusal(test_.winsock().connect(socket_->handle(), closed_port),
                    "a connect to a closed port");
}

void SocketBefore::send_both_ways() {
    send_a_byte(*socket_, *peer_);
    send_a_byte(*peer_, *socket_);
}

void SocketBefore::set_without_length() {
    for (const auto value : {parameters::off, parameters::on}) {
        require_refusal(socket_->set(refused_, value, 0), "setsockopt without a length");
    }
}

}  // namespace conformance
