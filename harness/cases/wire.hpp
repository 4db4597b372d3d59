#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "cases/case.hpp"
#include "cases/test.hpp"
#include "expect/wire_matchers.hpp"
#include "loopback/connect_functions.hpp"
#include "loopback/silent_peer.hpp"
#include "loopback/wire_tap.hpp"

namespace conformance {

/// The number by which a tap identifies a connection.
struct Watched {
    std::uint32_t number = 0;
};

/// A watched connection. With a silent peer the server's end is not a socket of this process.
struct WatchedConnection : Watched {
    Socket client;
    std::optional<Socket> server;
};

/// The segments that a row observes; they become part of its result.
class Wire {
public:
    /// Throws Inconclusive when this machine does not let segments be observed.
    Wire(const Test& test, Family family);
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    ~Wire();

    /// A listener for connect().
    Listener listener() const;
    /// A peer that can fall silent.
    SilentPeer silent_peer() const { return SilentPeer(tap_.local()); }

    /// Connects a new socket. Its handshake is the control: throws Inconclusive when the tap does
    /// not see it.
    WatchedConnection connect();
    WatchedConnection connect(const Listener& listener);
    WatchedConnection connect(SilentPeer& peer);
    /// The same with a function that connects from the address to which the socket is bound.
    WatchedConnection connect(Socket client, SilentPeer& peer, ConnectBy by);

    /// For connections that another function makes: the address to which both ends have to be
    /// bound; the announcement of a connection between these ports, which must precede its
    /// handshake; and the handshake. Throws Inconclusive when the handshake is not seen.
    Address local() const { return tap_.local(); }
    Watched announce(std::uint16_t client_port, std::uint16_t server_port) {
        return {tap_.watch(client_port, server_port)};
    }
    void require_handshake(const Watched& connection) const {
        tap_.require_handshake(connection.number);
    }

    /// The probes from this end: waits for `count` of them, at most `timeout` ms. When there are
    /// fewer, makes sure that every earlier segment has been seen, with the handshake of another
    /// connection as the control; throws Inconclusive when that handshake is not seen.
    ProbeCount probes_within(const Watched& connection, std::size_t count,
                             std::chrono::milliseconds timeout, End from = End::client);

    /// How long the connection was idle before the probe with that number, counted from 1; waits
    /// for it for that time.
    WireTime idle_before_probe(const Watched& connection, std::size_t probe,
                               std::chrono::milliseconds timeout, End from = End::client);

    /// For rows in which no probe may come: the probes from this end within that time, with the
    /// same control before and after.
    ProbeCount probes_while_watched(const Watched& connection, std::chrono::milliseconds time,
                                    End from = End::client);

    /// Returns when every segment until now has been seen. Throws Inconclusive when the control,
    /// the handshake of another connection, is not seen.
    void catch_up() { static_cast<void>(connect()); }

    /// All observed segments of the connection.
    std::vector<Segment> segments(const Watched& connection) const;
    /// The probes from this end so far.
    std::vector<Segment> probes(const Watched& connection, End from = End::client) const;

    /// Microseconds since the tap started, which is the clock of the segments.
    std::int64_t now_us() const { return tap_.now_us(); }
    /// The time between that segment and that point of the segments' clock.
    WireTime time_from(const Segment& segment, std::int64_t until_us) const;
    Clock clock() const;

private:
    WatchedConnection watched(Socket client, std::uint16_t server_port,
                              ConnectBy by = ConnectBy::connect);

    const Test& test_;
    Family family_;
    WireTap tap_;
};

/// The rows observe packets of their family, and wait about that long.
Trait watches_wire(std::chrono::milliseconds waits);
/// The rows also need a peer that falls silent.
Trait watches_silence(std::chrono::milliseconds waits);

/// How much longer than documented a row waits for a late segment: a quarter of the time and half a
/// second.
constexpr std::chrono::milliseconds timeout_for(std::chrono::milliseconds documented) {
    return documented + documented / 4 + std::chrono::milliseconds(500);
}

/// Throws Inconclusive unless that many probes come in time.
void require_probes(Wire& wire, const WatchedConnection& connection, std::size_t count,
                    std::chrono::milliseconds timeout);
/// Waits that long. Throws Inconclusive when a probe comes meanwhile.
void require_no_probe(Wire& wire, const WatchedConnection& connection,
                      std::chrono::milliseconds time);

}  // namespace conformance
