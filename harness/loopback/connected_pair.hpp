#pragma once

#include "loopback/sockets.hpp"

namespace conformance {

/// Two ends of one loopback connection.
struct ConnectedPair {
    Socket client;
    Socket server;
};

/// Connects a new client socket to a temporary listener. Throws Inconclusive.
ConnectedPair make_connected_pair(Winsock& winsock, Family family,
                                  Creation client = Creation::socket);

}  // namespace conformance
