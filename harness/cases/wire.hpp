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

/// The number by which a tap knows a connection.
struct Watched {
    std::uint32_t number = 0;
};

/// A connection that is watched. The server's end is not ours where the peer is a silent one.
struct WatchedConnection : Watched {
    Socket client;
    std::optional<Socket> server;
};

/// What a row sees of the wire. What it saw becomes part of the row's result.
class Wire {
public:
    /// Throws Inconclusive where this machine does not let segments be seen.
    Wire(const Test& test, Family family);
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;
    ~Wire();

    /// A listener for connect().
    Listener listener() const;
    /// A peer that can fall silent.
    SilentPeer silent_peer() const { return SilentPeer(tap_.local()); }

    /// Connects a new socket, and sees its handshake: the control that the tap sees what there is.
    /// Throws Inconclusive when it does not.
    WatchedConnection connect();
    WatchedConnection connect(const Listener& listener);
    WatchedConnection connect(SilentPeer& peer);
    /// The same with that socket, by a function that connects from where the socket is bound.
    WatchedConnection connect(Socket client, SilentPeer& peer, ConnectBy by);

    /// For connections that others make: the address to which both ends have to be bound, the
    /// announcement of a connection between these ports, which has to be before its handshake, and
    /// the handshake, without which Inconclusive is thrown.
    Address local() const { return tap_.local(); }
    Watched announce(std::uint16_t client_port, std::uint16_t server_port) {
        return {tap_.watch(client_port, server_port)};
    }
    void require_handshake(const Watched& connection) const {
        tap_.require_handshake(connection.number);
    }

    /// The probes that this end has sent, waited for until there are `count`, at most that long, in
    /// milliseconds. Where there are fewer then, everything that went over the wire until then has
    /// been seen, of which another connection's handshake is the control; throws Inconclusive when
    /// it is not.
    ProbeCount probes_within(const Watched& connection, std::size_t count,
                             std::chrono::milliseconds timeout, End from = End::client);

    /// How long nothing had gone over the connection before the probe, counted from 1, that this
    /// end sends, waited for that long.
    WireTime idle_before_probe(const Watched& connection, std::size_t probe,
                               std::chrono::milliseconds timeout, End from = End::client);

    /// For rows about probes that must not come: those of this end that come in that time, with the
    /// same control before and after.
    ProbeCount probes_while_watched(const Watched& connection, std::chrono::milliseconds time,
                                    End from = End::client);

    /// Everything that went over the wire until now is seen when this returns. Throws Inconclusive
    /// when the control, another connection's handshake, is not.
    void catch_up() { static_cast<void>(connect()); }

    /// Everything that was seen of the connection.
    std::vector<Segment> segments(const Watched& connection) const;
    /// The probes of this end so far.
    std::vector<Segment> probes(const Watched& connection, End from = End::client) const;

    /// Microseconds since the wire began to be watched: the clock of the segments.
    std::int64_t now_us() const { return tap_.now_us(); }
    /// How long it took from that segment until that time of the clock of the segments.
    WireTime time_from(const Segment& segment, std::int64_t until_us) const;
    Clock clock() const;

private:
    WatchedConnection watched(Socket client, std::uint16_t server_port,
                              ConnectBy by = ConnectBy::connect);

    const Test& test_;
    Family family_;
    WireTap tap_;
};

/// The rows need packets to be observed over their family, and wait about that long.
Trait watches_wire(std::chrono::milliseconds waits);
/// They need a peer that falls silent, too.
Trait watches_silence(std::chrono::milliseconds waits);

/// How long rows wait for what a stack may send late: a quarter of the time and half a second more.
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
