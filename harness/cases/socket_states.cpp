#include "cases/socket_states.hpp"

#include <array>

namespace conformance {

std::string to_text(SocketState state) {
    static constexpr std::array<const char*, 10> names{
        "new",
        "bound",
        "listening",
        "connected",
        "accepted",
        "shut-down-send",
        "shut-down-receive",
        "shut-down-both",
        "peer-closed",
        "after-failed-connect",
    };
    return names[static_cast<std::size_t>(state)];
}

namespace {

int shutdown_how(SocketState state) {
    switch (state) {
        case SocketState::shut_down_send: return SD_SEND;
        case SocketState::shut_down_receive: return SD_RECEIVE;
        default: return SD_BOTH;
    }
}

/// Closes the peer and waits until the end of the stream is there to be read.
void close_peer(const Socket& socket, Socket& peer) {
    require_success(peer.close());
    const auto ended = socket.winsock().select_readable(socket.handle(), setup_timeout());
    require_success(ended);
    if (ended.value == 0) {
        throw Inconclusive("set-up: the peer's close did not arrive");
    }
}

/// Connects to a closed port.
Socket refused_socket(const Test& test, Family family) {
    const auto reserved = test.stream_socket(family);
    const auto closed_port = bind_to_loopback(reserved, family);
    auto socket = test.stream_socket(family);
    const auto refused = test.winsock().connect(socket.handle(), closed_port);
    if (!refused.failed) {
        throw Inconclusive("set-up: a connect to a closed port succeeded");
    }
    return socket;
}

}  // namespace

SocketInState::SocketInState(const Test& test, Family family, SocketState state) {
    switch (state) {
        case SocketState::fresh: socket_ = test.stream_socket(family); return;
        case SocketState::bound:
            socket_ = test.stream_socket(family);
            bind_to_loopback(*socket_, family);
            return;
        case SocketState::listening:
            socket_ = test.stream_socket(family);
            bind_to_loopback(*socket_, family);
            require_success(test.winsock().listen(socket_->handle(), 1));
            return;
        case SocketState::after_failed_connect: socket_ = refused_socket(test, family); return;
        default: break;
    }
    auto pair = test.connected_pair(family);
    const bool is_client = state != SocketState::accepted;
    socket_ = is_client ? std::move(pair.client) : std::move(pair.server);
    peer_ = is_client ? std::move(pair.server) : std::move(pair.client);
    if (state == SocketState::peer_closed) {
        close_peer(*socket_, *peer_);
    } else if (state != SocketState::connected && state != SocketState::accepted) {
        require_success(test.winsock().shutdown(socket_->handle(), shutdown_how(state)));
    }
}

}  // namespace conformance
