#include "loopback/wire_tap.hpp"

#include <algorithm>
#include <array>

#include "loopback/sockets.hpp"
#include "loopback/system_socket.hpp"
#include "model/inconclusive.hpp"
#include "base/text.hpp"
#include "wire/timing.hpp"

namespace conformance {

namespace {

constexpr std::uintptr_t any_processor = 0;

/// The first processors that this process may use, each as an affinity mask: enough to notice a
/// virtual machine that has lost one of its processors for a moment, and no load for a large one.
std::vector<std::uintptr_t> some_processors() {
    constexpr std::size_t at_most = 8;
    DWORD_PTR of_process = 0;
    DWORD_PTR of_system = 0;
    GetProcessAffinityMask(GetCurrentProcess(), &of_process, &of_system);
    std::vector<std::uintptr_t> processors;
    for (std::uintptr_t mask = 1; mask != 0 && processors.size() < at_most; mask <<= 1) {
        if ((of_process & mask) != 0) {
            processors.push_back(mask);
        }
    }
    // A process that is in several groups of processors is not asked about them.
    return processors.empty() ? std::vector{any_processor} : processors;
}

}  // namespace

WireTap::WireTap(Family family)
    : family_(family),
      source_(open_segment_source(family)),
      begun_(std::chrono::steady_clock::now()),
      watcher_([this](const std::stop_token& stop) { watch_source(stop); }) {
    for (const auto processor : some_processors()) {
        delay_meters_.emplace_back(
            [this, processor](const std::stop_token& stop) { measure_delay(stop, processor); });
    }
}

WireTap::~WireTap() {
    // All at once: each may be asleep.
    for (auto& meter : delay_meters_) {
        meter.request_stop();
    }
}

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
    const std::scoped_lock lock(mutex_);
    return delay_us_;
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

void WireTap::measure_delay(const std::stop_token& stop, std::uintptr_t processor) {
    if (processor != any_processor) {
        SetThreadAffinityMask(GetCurrentThread(), processor);
    }
    constexpr std::chrono::milliseconds beat{50};
    while (!stop.stop_requested()) {
        const auto asleep_us = now_us();
        std::this_thread::sleep_for(beat);
        late_by(now_us() - asleep_us - std::chrono::microseconds(beat).count());
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
