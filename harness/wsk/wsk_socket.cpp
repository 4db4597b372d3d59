#include "wsk/wsk_socket.hpp"

#include <utility>

#include "model/inconclusive.hpp"

namespace conformance {

WskSocket::WskSocket(WskSocket&& other) noexcept
    : wsk_(other.wsk_), number_(std::exchange(other.number_, 0)) {}

WskSocket& WskSocket::operator=(WskSocket&& other) noexcept {
    std::swap(wsk_, other.wsk_);
    std::swap(number_, other.number_);
    return *this;
}

WskSocket::~WskSocket() {
    try {
        if (number_ != 0) {
            wsk_->close(number_);
        }
    } catch (const Inconclusive&) {
        // The driver is gone, and its sockets with it.
    }
}

WskControlArguments setting_keepalive(std::uint32_t value) {
    WskControlArguments arguments;
    arguments.control_code = SO_KEEPALIVE;
    arguments.level = SOL_SOCKET;
    arguments.input = value;
    arguments.input_size = sizeof value;
    return arguments;
}

WskControlArguments getting_keepalive() {
    WskControlArguments arguments;
    arguments.request = WskControlArguments::Request::get_option;
    arguments.control_code = SO_KEEPALIVE;
    arguments.level = SOL_SOCKET;
    arguments.output_size = sizeof(std::uint32_t);
    return arguments;
}

WskResult WskSocket::set_keepalive(std::uint32_t value) const {
    return control(setting_keepalive(value)).call;
}

WskOptionResult WskSocket::get_keepalive() const {
    return control(getting_keepalive());
}

WskResult WskSocket::set_tcp_option(int option, std::uint32_t value) const {
    auto arguments = setting_keepalive(value);
    arguments.control_code = static_cast<std::uint32_t>(option);
    arguments.level = IPPROTO_TCP;
    return control(arguments).call;
}

void require_success(const WskResult& result) {
    if (!result.succeeded()) {
        throw Inconclusive("set-up: " + std::string(result.function) + " answered " +
                           describe(result));
    }
}

namespace {

WskSocket socket_from(Wsk& wsk, const WskResult& result) {
    require_success(result);
    if (result.information == 0) {
        throw Inconclusive("set-up: " + std::string(result.function) + " gave no socket");
    }
    return {wsk, static_cast<std::uint32_t>(result.information)};
}

}  // namespace

WskSocket make_wsk_socket(Wsk& wsk, Family family, WskKind kind) {
    const bool datagram = kind == WskKind::datagram;
    return socket_from(wsk, wsk.socket(address_family(family), datagram ? SOCK_DGRAM : SOCK_STREAM,
                                       datagram ? IPPROTO_UDP : IPPROTO_TCP, kind));
}

WskSocket accept_from(const WskSocket& listener) {
    return socket_from(*listener.wsk_, listener.wsk_->accept(listener.number_));
}

Address bound_address(const WskSocket& socket, Address of_family) {
    require_success(socket.wsk_->local_address(socket.number_, of_family));
    return of_family;
}

}  // namespace conformance
