#include "wire/segment_ring.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace conformance {

namespace {

std::int64_t us_of(SegmentRing::Time time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}

SegmentRing::Time time_of(std::int64_t us) {
    return SegmentRing::Time(std::chrono::microseconds(us));
}

}  // namespace

// A lock would be in one process only.
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

void SegmentRing::open(const std::array<std::uint8_t, 3>& address) noexcept {
    address_ = address;
    state_ = State::open;
}

void SegmentRing::refuse(std::string_view reason) noexcept {
    const auto kept = reason.substr(0, refusal_.size() - 1);
    std::ranges::copy(kept, refusal_.begin());
    state_ = State::refused;
}

std::string SegmentRing::refusal() const {
    return refusal_.data();
}

void SegmentRing::write(const TcpSegment& segment, Time not_before, Time at) noexcept {
    const auto count = count_.load();
    // A reader that sees a byte of this segment also sees the count of those before it.
    std::atomic_thread_fence(std::memory_order_release);
    auto& slot = slots_[count % capacity];
    const auto kept = std::min(segment.bytes.size(), slot.bytes.size());
    const auto header = segment.bytes.size() > 12 ? (segment.bytes[12] >> 4) * 4U : 0U;
    slot.not_before_us = us_of(not_before);
    slot.at_us = us_of(at);
    slot.length = header + segment.payload;
    slot.identification = segment.identification;
    slot.kept = static_cast<std::uint16_t>(kept);
    std::copy_n(segment.bytes.begin(), kept, slot.bytes.begin());
    count_ = count + 1;
}

void SegmentRing::looked(Time time) noexcept {
    last_look_us_ = us_of(time);
}

SegmentRing::Time SegmentRing::last_look() const noexcept {
    return time_of(last_look_us_.load());
}

std::optional<SegmentRing::Entry> SegmentRing::Reader::next() {
    while (position_ != ring_.count_.load()) {
        const auto slot = ring_.slots_[position_ % capacity];
        // By then the writer may be in this slot again, a whole ring later.
        std::atomic_thread_fence(std::memory_order_acquire);
        const auto count = ring_.count_.load();
        if (count - position_ >= capacity) {
            lost_ = true;
            position_ = count;
            continue;
        }
        ++position_;
        auto segment = parse_tcp(std::span(slot.bytes).first(slot.kept), slot.length);
        if (segment) {
            segment->identification = slot.identification;
            return Entry{time_of(slot.not_before_us), time_of(slot.at_us), std::move(*segment)};
        }
    }
    return std::nullopt;
}

}  // namespace conformance
