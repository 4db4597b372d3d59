#include "loopback/wire_watcher.hpp"

#include "model/inconclusive.hpp"

namespace conformance {

namespace {

/// What an action takes longer than expected is a delay of the machine.
class Expected {
public:
    Expected(Delays& delays, std::chrono::milliseconds time) noexcept
        : delays_(delays), end_(Delays::Clock::now() + time) {}
    Expected(const Expected&) = delete;
    Expected& operator=(const Expected&) = delete;
    ~Expected() {
        const auto now = Delays::Clock::now();
        delays_.add(now, std::chrono::duration_cast<std::chrono::microseconds>(now - end_));
    }

private:
    Delays& delays_;
    Delays::Clock::time_point end_;
};

}  // namespace

SegmentRing& ring_of(WireMemory& memory, Family family) noexcept {
    return family == Family::ipv4 ? memory.ipv4 : memory.ipv6;
}

const SegmentRing& ring_of(const WireMemory& memory, Family family) noexcept {
    return family == Family::ipv4 ? memory.ipv4 : memory.ipv6;
}

WireWatcher::WireWatcher(Family family, WireMemory& memory)
    : ring_(ring_of(memory, family)), delays_(memory.delays) {
    try {
        source_ = open_segment_source(family);
    } catch (const Inconclusive& reason) {
        ring_.refuse(reason.what());
        return;
    }
    ring_.looked(SegmentRing::Clock::now());
    ring_.open(source_->ipv4_address());
    thread_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

std::optional<TcpSegment> WireWatcher::next() {
    const Expected expected(delays_, {});
    return source_->next();
}

void WireWatcher::watch(const std::stop_token& stop) {
    // Segments come in groups: reading a group at once takes a fraction of the time.
    constexpr std::chrono::milliseconds group{5};
    auto not_before = SegmentRing::Clock::now();
    bool in_group = false;
    while (!stop.stop_requested()) {
        const auto looked = SegmentRing::Clock::now();
        if (const auto segment = next()) {
            ring_.write(*segment, not_before, SegmentRing::Clock::now());
            in_group = true;
            continue;
        }
        // Nothing was there: the next segment came after that.
        not_before = looked;
        ring_.looked(looked);
        if (in_group) {
            const Expected expected(delays_, group);
            std::this_thread::sleep_for(group);
        } else {
            const Expected expected(delays_, look_every);
            source_->wait(look_every);
        }
        in_group = false;
    }
}

}  // namespace conformance
