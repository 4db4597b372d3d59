#include "loopback/wire_tap.hpp"

#include <algorithm>
#include <array>

#include "loopback/sockets.hpp"
#include "loopback/system_socket.hpp"
#include "model/inconclusive.hpp"
#include "base/text.hpp"
#include "wire/timing.hpp"

namespace conformance {

WireTap::WireTap(Family family)
    : family_(family),
      source_(open_segment_source(family)),
      begun_(std::chrono::steady_clock::now()),
      delay_(SchedulingDelay::of_process()),
      watcher_([this](const std::stop_token& stop) { watch_source(stop); }) {}

std::uint32_t WireTap::watch(std::uint16_t client_port, std::uint16_t server_port) {
    const std::scoped_lock lock(mutex_);
    conversations_.emplace_back(client_port, server_port);
    return static_cast<std::uint32_t>(conversations_.size());
}

std::vector<Segment> WireTap::segments() const {
    const std::scoped_lock lock(mutex_);
    return segments_;
}

bool WireTap::wait_until(const Predicate& predicate, std::chrono::milliseconds timeout) const {
    std::unique_lock lock(mutex_);
    return seen_.wait_for(lock, timeout, [&] { return predicate(segments_); });
}

std::int64_t WireTap::delay_us() const {
    const auto of_others_us = delay_.since_us(begun_);
    const std::scoped_lock lock(mutex_);
    return std::max(delay_us_, of_others_us);
}

std::int64_t WireTap::now_us() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                 begun_)
        .count();
}

void WireTap::watch_source(const std::stop_token& stop) {
    // How far apart the two times of a segment are at most, unless the machine is busy.
    constexpr std::chrono::milliseconds look_every{100};
    std::int64_t not_before_us = 0;
    while (!stop.stop_requested()) {
        const auto looked_us = now_us();
        auto tcp = look(std::chrono::milliseconds(0));
        if (!tcp) {
            // Nothing was there: the next segment came after that.
            not_before_us = looked_us;
            tcp = look(look_every);
        }
        if (!tcp) {
            continue;
        }
        const auto at_us = now_us();
        const std::scoped_lock lock(mutex_);
        for (std::size_t i = 0; i < conversations_.size(); ++i) {
            if (const auto seen = conversations_[i].add(*tcp)) {
                segments_.push_back({not_before_us, at_us, static_cast<std::uint32_t>(i + 1),
                                     to_string(seen->from), to_string(seen->kind), to_text(family_),
                                     hexadecimal(std::span(tcp->bytes)), tcp->payload});
            }
        }
        seen_.notify_all();
    }
}

std::optional<TcpSegment> WireTap::look(std::chrono::milliseconds timeout) {
    const auto begun_us = now_us();
    auto segment = source_->next(timeout);
    late_by(now_us() - begun_us - std::chrono::microseconds(timeout).count());
    return segment;
}

void WireTap::late_by(std::int64_t delay_us) {
    const std::scoped_lock lock(mutex_);
    delay_us_ = std::max(delay_us_, delay_us);
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

void require_visible_segments(Family family) {
    WireTap tap(family);
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
