#pragma once

#include "loopback/sockets.hpp"

namespace conformance {

/// A listening stream socket on loopback.
class Listener {
public:
    /// Throws Inconclusive when it cannot be created.
    Listener(Winsock& winsock, Family family, int backlog = 1);

    Listener(Winsock& winsock, const Address& address, int backlog = 1);

    const Address& address() const noexcept { return address_; }
    const Socket& socket() const noexcept { return socket_; }

    /// Waits for the next connection. Throws Inconclusive when none comes in time.
    Socket accept() const;

private:
    Socket socket_;
    Address address_;
};

}  // namespace conformance
