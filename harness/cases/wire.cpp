#include "cases/wire.hpp"

#include <algorithm>
#include <set>
#include <cstdint>

#include "facts/operating_system.hpp"
#include "model/inconclusive.hpp"
#include "base/text.hpp"

namespace conformance {

namespace {

bool is_probe(const Segment& segment, std::uint32_t connection, End from) {
    return segment.connection == connection && segment.kind == to_string(SegmentKind::probe) &&
           segment.from == to_string(from);
}

std::size_t count_probes(const std::vector<Segment>& segments, std::uint32_t connection, End from) {
    return static_cast<std::size_t>(std::ranges::count_if(
        segments, [&](const Segment& segment) { return is_probe(segment, connection, from); }));
}

/// The segments from an end that are neither probes nor part of an idle connection: "; instead it
/// sent data, reset". When no probe was counted, the stack may use one of them instead.
std::string instead(const std::vector<Segment>& segments, End from) {
    std::set<std::string> kinds;
    for (const auto& segment : segments) {
        const bool is_quiet = segment.kind == to_string(SegmentKind::handshake) ||
                              segment.kind == to_string(SegmentKind::acknowledgement) ||
                              segment.kind == to_string(SegmentKind::answer) ||
                              segment.kind == to_string(SegmentKind::probe);
        if (segment.from == to_string(from) && !is_quiet) {
            kinds.insert(segment.kind);
        }
    }
    std::string text;
    for (const auto& kind : kinds) {
        text += (text.empty() ? "; instead it sent " : ", ") + kind;
    }
    return text;
}

}  // namespace

Wire::Wire(const Test& test, Family family)
    : test_(test), family_(family), tap_(family, test.wire()) {}

Wire::~Wire() {
    const auto measured = clock();
    test_.keep({measured.resolution_us, measured.delay_us, tap_.segments()});
}

Clock Wire::clock() const {
    return {static_cast<std::int64_t>(timer_resolution_us()), tap_.delay_us()};
}

Listener Wire::listener() const {
    return {test_.winsock(), tap_.local()};
}

WatchedConnection Wire::watched(Socket client, std::uint16_t server_port, ConnectBy by) {
    const auto local = bind_to(client, tap_.local());
    const auto number = tap_.watch(local.port(), server_port);
    auto server = tap_.local();
    server.set_port(server_port);
    connect_by(client, server, by);
    tap_.require_handshake(number);
    return {{number}, std::move(client), std::nullopt};
}

WatchedConnection Wire::connect() {
    return connect(listener());
}

WatchedConnection Wire::connect(const Listener& listener) {
    auto connection = watched(test_.stream_socket(family_), listener.address().port());
    connection.server.emplace(listener.accept());
    return connection;
}

WatchedConnection Wire::connect(SilentPeer& peer) {
    auto connection = watched(test_.stream_socket(family_), peer.address().port());
    peer.accept();
    return connection;
}

WatchedConnection Wire::connect(Socket client, SilentPeer& peer, ConnectBy by) {
    auto connection = watched(std::move(client), peer.address().port(), by);
    peer.accept();
    return connection;
}

std::vector<Segment> Wire::segments(const Watched& connection) const {
    auto segments = tap_.segments();
    std::erase_if(segments,
                  [&](const Segment& segment) { return segment.connection != connection.number; });
    return segments;
}

std::vector<Segment> Wire::probes(const Watched& connection, End from) const {
    auto segments = tap_.segments();
    std::erase_if(segments, [&](const Segment& segment) {
        return !is_probe(segment, connection.number, from);
    });
    return segments;
}

ProbeCount Wire::probes_within(const Watched& connection, std::size_t count,
                               std::chrono::milliseconds timeout, End from) {
    const bool came = tap_.wait_until(
        [&](const std::vector<Segment>& segments) {
            return count_probes(segments, connection.number, from) >= count;
        },
        timeout);
    if (!came) {
        catch_up();
    }
    return {probes(connection, from).size(), clock()};
}

WireTime Wire::idle_before_probe(const Watched& connection, std::size_t probe,
                                 std::chrono::milliseconds timeout, End from) {
    // A stack may also start its timer at the row's last action, so a later probe may be timed from
    // there.
    const auto asked_us = probes(connection, from).size() < probe ? tap_.now_us() : 0;
    if (probes_within(connection, probe, timeout, from).count < probe) {
        return {std::nullopt,
                (probe == 1 ? "no probe within " : "no other probe within ") +
                    seconds(timeout.count()) + instead(segments(connection), from),
                clock()};
    }
    const Segment* before = nullptr;
    std::size_t seen = 0;
    const auto segments = tap_.segments();
    for (const auto& segment : segments) {
        if (segment.connection != connection.number) {
            continue;
        }
        if (is_probe(segment, connection.number, from) && ++seen == probe) {
            auto idle = elapsed(*before, segment);
            idle.least_us =
                std::clamp<std::int64_t>(segment.not_before_us - asked_us, 0, idle.least_us);
            return {idle, {}, clock()};
        }
        before = &segment;
    }
    throw std::logic_error("a probe that was counted is gone");
}

ProbeCount Wire::probes_while_watched(const Watched& connection, std::chrono::milliseconds time,
                                      End from) {
    catch_up();
    const auto before = probes(connection, from).size();
    // All of that time, and not until the first.
    const auto after = probes_within(connection, SIZE_MAX, time, from);
    return {after.count - before, after.clock};
}

WireTime Wire::time_from(const Segment& segment, std::int64_t until_us) const {
    return {Elapsed{until_us - segment.at_us, until_us - segment.not_before_us}, {}, clock()};
}

void require_probes(Wire& wire, const WatchedConnection& connection, std::size_t count,
                    std::chrono::milliseconds timeout) {
    const auto seen = wire.probes_within(connection, count, timeout).count;
    if (seen < count) {
        require_machine_in_time(wire.clock());
        throw Inconclusive("set-up: expected " + std::to_string(count) + " probes within " +
                           seconds(timeout.count()) + ", saw " + std::to_string(seen) +
                           instead(wire.segments(connection), End::client));
    }
}

void require_no_probe(Wire& wire, const WatchedConnection& connection,
                      std::chrono::milliseconds time) {
    if (wire.probes_within(connection, 1, time).count != 0) {
        require_machine_in_time(wire.clock());
        throw Inconclusive("set-up: a probe came within " + seconds(time.count()));
    }
}

Trait watches_wire(std::chrono::milliseconds time) {
    return [time](RegisteredCase& of_case) {
        needs("packet-observation-{family}")(of_case);
        waits(time)(of_case);
    };
}

Trait watches_silence(std::chrono::milliseconds time) {
    return [time](RegisteredCase& of_case) {
        watches_wire(time)(of_case);
        needs("silent-peer")(of_case);
    };
}

}  // namespace conformance
