#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cases/test.hpp"
#include "expect/assertions.hpp"
#include "expect/wsk_matchers.hpp"

namespace conformance {

/// The kind and state of a socket of Winsock Kernel.
enum class KernelState {
    new_listening,
    listening,
    new_connection,
    bound_connection,
    connected,
    accepted,
};

std::string to_text(KernelState state);
std::string to_text(WskKind kind);

/// For rows that need more than a new socket: throws Inconclusive when the stack does not implement
/// WskControlSocket at all, so that this is the reported reason and not a later failure.
void require_control_implemented(const Test& test, Family of_family);

/// A listening socket of Winsock Kernel on loopback. Each function throws Inconclusive when its
/// setup fails.
class KernelListener {
public:
    using Prepare = std::function<void(const WskSocket&)>;

    /// Calls `prepare`, if given, before the socket is bound.
    KernelListener(const Test& test, Family of_family, const Prepare& prepare = {});

    const WskSocket& socket() const noexcept { return socket_; }
    /// Connects a user-mode socket to the listener and accepts the connection. The listener owns
    /// the peer.
    WskSocket accept_connection();

private:
    const Test& test_;
    Family family_;
    WskSocket socket_;
    std::vector<Socket> peers_;
};

/// A stream socket of Winsock Kernel in that state, with the other sockets that the state needs.
class KernelSocket {
public:
    KernelSocket(const Test& test, Family of_family, KernelState state);

    const WskSocket& socket() const noexcept { return *socket_; }

private:
    std::optional<KernelListener> listener_;
    std::optional<Listener> user_listener_;
    std::optional<Socket> peer_;
    std::optional<WskSocket> socket_;
};

/// Reads the keep-alive switch for a row about something else. When the value is not the expected
/// one, first checks on new sockets whether WskControlSocket reads back a value that it has set; if
/// it does not, throws Inconclusive with the answer.
WskOptionResult read_kernel_switch(const Test& test, const WskSocket& socket,
                                   std::uint32_t expected);

/// The same check by itself: throws Inconclusive unless WskControlSocket sets and reads the switch
/// on every kind of stream socket.
void require_kernel_switch_works(const Test& test);

/// Sets the switch for a row about something else. Throws Inconclusive unless the value is read
/// back.
void require_kernel_keepalive(const WskSocket& socket, std::uint32_t to);

}  // namespace conformance

/// Checks that the switch of the kernel's socket is `expected`; the row is inconclusive when the
/// switch cannot be read.
#define CHECK_KERNEL_SWITCH(test, socket, expected)                                         \
    CONFORMANCE_CHECK_THAT("CHECK_KERNEL_SWITCH(" #test ", " #socket ", " #expected ")",    \
                           ::conformance::read_kernel_switch((test), (socket), (expected)), \
                           ::conformance::StoresUlong(expected))
