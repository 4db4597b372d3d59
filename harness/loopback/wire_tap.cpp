#include "loopback/wire_tap.hpp"

#include <algorithm>
#include <array>
#include <thread>

#include "loopback/setup_timeout.hpp"
#include "loopback/sockets.hpp"
#include "loopback/system_socket.hpp"
#include "loopback/wire_watcher.hpp"
#include "model/inconclusive.hpp"
#include "base/text.hpp"
#include "wire/timing.hpp"

namespace conformance {

namespace {

/// Asks again and again, at first often, up to that long. Returns whether it came true. Adds how
/// late the pauses ended.
template <typename Condition>
bool becomes_true(Condition condition, std::chrono::milliseconds timeout, std::int64_t& late_us) {
    constexpr std::chrono::milliseconds longest_pause{50};
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + timeout;
    std::chrono::milliseconds pause{1};
    while (!condition()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) {
            return false;
        }
        const auto end_of_pause = Clock::now() + std::min(pause, left);
        std::this_thread::sleep_until(end_of_pause);
        const auto late = Clock::now() - end_of_pause;
        late_us = std::max<std::int64_t>(
            late_us, std::chrono::duration_cast<std::chrono::microseconds>(late).count());
        pause = std::min(2 * pause, longest_pause);
    }
    return true;
}

const SegmentRing& opened(const SegmentRing& ring) {
    std::int64_t ignored_us = 0;
    const auto decided = [&] { return ring.state() != SegmentRing::State::not_open; };
    if (!becomes_true(decided, setup_timeout(), ignored_us)) {
        throw Inconclusive("set-up: the process that watches the wire did not begin in time");
    }
    if (ring.state() == SegmentRing::State::refused) {
        throw Inconclusive(ring.refusal());
    }
    return ring;
}

}  // namespace

WireTap::WireTap(Family family, const WireMemory& memory)
    : family_(family),
      ring_(opened(ring_of(memory, family))),
      delays_(memory.delays),
      begun_(SegmentRing::Clock::now()),
      reader_(ring_),
      delays_read_(begun_) {}

Address WireTap::local() const {
    if (family_ == Family::ipv6) {
        return Address::loopback(family_);
    }
    const auto& bytes = ring_.address();
    return Address::loopback_ipv4(bytes[0], bytes[1], bytes[2]);
}

std::uint32_t WireTap::watch(std::uint16_t client_port, std::uint16_t server_port) {
    // Not what was sent between these ports before.
    read();
    conversations_.emplace_back(client_port, server_port);
    return static_cast<std::uint32_t>(conversations_.size());
}

const std::vector<Segment>& WireTap::segments() const {
    read();
    return segments_;
}

bool WireTap::wait_until(const Predicate& predicate, std::chrono::milliseconds timeout) const {
    return becomes_true([&] { return predicate(segments()); }, timeout, delay_us_);
}

std::int64_t WireTap::delay_us() const {
    read();
    const auto behind = SegmentRing::Clock::now() - ring_.last_look() - WireWatcher::look_every;
    delay_us_ = std::max<std::int64_t>(
        delay_us_, std::chrono::duration_cast<std::chrono::microseconds>(behind).count());
    return reader_.lost() ? now_us() : delay_us_;
}

std::int64_t WireTap::now_us() const {
    return us_at(SegmentRing::Clock::now());
}

std::int64_t WireTap::us_at(SegmentRing::Time time) const {
    return std::chrono::duration_cast<std::chrono::microseconds>(time - begun_).count();
}

void WireTap::read() const {
    const auto now = Delays::Clock::now();
    delay_us_ = std::max(delay_us_, delays_.longest_us(delays_read_, now));
    delays_read_ = now;
    while (const auto entry = reader_.next()) {
        for (std::size_t i = 0; i < conversations_.size(); ++i) {
            if (const auto seen = conversations_[i].add(entry->segment)) {
                segments_.push_back({std::max<std::int64_t>(0, us_at(entry->not_before)),
                                     us_at(entry->at), static_cast<std::uint32_t>(i + 1),
                                     to_string(seen->from), to_string(seen->kind), to_text(family_),
                                     hexadecimal(std::span(entry->segment.bytes)),
                                     entry->segment.payload});
            }
        }
    }
}

void WireTap::require_handshake(std::uint32_t connection) const {
    const auto is_seen = [&](const std::vector<Segment>& segments) {
        return std::ranges::all_of(std::array{End::client, End::server}, [&](End end) {
            return std::ranges::any_of(segments, [&](const Segment& segment) {
                return segment.connection == connection && segment.from == to_string(end) &&
                       segment.kind == to_string(SegmentKind::handshake);
            });
        });
    };
    if (!wait_until(is_seen, setup_timeout())) {
        require_machine_in_time({0, delay_us()});
        throw Inconclusive("set-up: a connection's own handshake was not seen on the wire");
    }
}

void require_visible_segments(Family family, WireMemory& memory) {
    const WireWatcher watcher(family, memory);
    WireTap tap(family, memory);
    const SystemWinsock winsock;
    const SystemSocket listener(winsock, address_family(family), SOCK_STREAM, IPPROTO_TCP);
    const SystemSocket client(winsock, address_family(family), SOCK_STREAM, IPPROTO_TCP);
    const auto server = listener.bind(tap.local());
    listener.listen();
    const auto connection = tap.watch(client.bind(tap.local()).port(), server.port());
    client.connect(server);
    tap.require_handshake(connection);
}

}  // namespace conformance
