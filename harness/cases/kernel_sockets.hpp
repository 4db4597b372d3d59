#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cases/test.hpp"
#include "expect/assertions.hpp"
#include "expect/wsk_matchers.hpp"

namespace conformance {

/// What a socket of the kernel is, and in which state.
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

/// For rows whose situation is more than a new socket: a stack that does not implement
/// WskControlSocket at all is reported so, and not by what else it may lack. Throws
/// Inconclusive.
void require_control_implemented(const Test& test, Family of_family);

/// A listening socket of the kernel on loopback. All throw Inconclusive when they cannot be set up.
class KernelListener {
public:
    using Prepare = std::function<void(const WskSocket&)>;

    /// `prepare`, if any, is done before it is bound.
    KernelListener(const Test& test, Family of_family, const Prepare& prepare = {});

    const WskSocket& socket() const noexcept { return socket_; }
    /// Connects a user-mode socket to it, and accepts; the peer is kept.
    WskSocket accept_connection();

private:
    const Test& test_;
    Family family_;
    WskSocket socket_;
    std::vector<Socket> peers_;
};

/// A stream socket of the kernel in that state, with whatever keeps it there.
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

/// The switch of keep-alive, read for rows that are about something else. When it
/// is not the expected one, it is seen first whether WskControlSocket reads what it sets, on
/// sockets of its own; if not, Inconclusive is thrown with what it answered.
WskOptionResult read_kernel_switch(const Test& test, const WskSocket& socket,
                                   std::uint32_t expected);

/// The same trial by itself: throws Inconclusive unless WskControlSocket sets and reads the switch
/// of every kind of stream socket.
void require_kernel_switch_works(const Test& test);

/// Sets the switch for a row that is about something else. Throws Inconclusive when it is not read
/// back.
void require_kernel_keepalive(const WskSocket& socket, std::uint32_t to);

}  // namespace conformance

/// The switch of the kernel's socket is `expected`; where it cannot be read, the row is
/// inconclusive.
#define CHECK_KERNEL_SWITCH(test, socket, expected)                                         \
    CONFORMANCE_CHECK_THAT("CHECK_KERNEL_SWITCH(" #test ", " #socket ", " #expected ")",    \
                           ::conformance::read_kernel_switch((test), (socket), (expected)), \
                           ::conformance::StoresUlong(expected))
