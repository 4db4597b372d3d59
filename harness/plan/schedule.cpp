#include "plan/schedule.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace conformance {

Schedule::Schedule(std::vector<Shard> shards, std::function<bool(const Shard&)> waits,
                   Options options)
    : waits_(std::move(waits)),
      options_(options),
      waiting_(std::make_move_iterator(shards.begin()), std::make_move_iterator(shards.end())) {}

std::optional<Shard> Schedule::next() {
    std::optional<Shard> shard;
    const auto first = std::ranges::find_if(
        waiting_, [this](const Shard& waiting) { return has_room_for(waiting); });
    if (first != waiting_.end()) {
        shard = std::move(*first);
        waiting_.erase(first);
    } else if (waiting_.empty() && !again_.empty() && running_that_wait_ + running_others_ == 0) {
        shard = Shard{again_.front()};
        again_.pop_front();
    }
    if (shard) {
        ++(waits_(*shard) ? running_that_wait_ : running_others_);
    }
    return shard;
}

void Schedule::ended(const Shard& shard, Shard rest) {
    --(waits_(shard) ? running_that_wait_ : running_others_);
    if (!rest.empty()) {
        waiting_.push_front(std::move(rest));
    }
}

void Schedule::clear() {
    waiting_.clear();
    again_.clear();
}

bool Schedule::has_room_for(const Shard& shard) const {
    if (waits_(shard)) {
        return running_that_wait_ < most_that_wait;
    }
    const bool kept_for_others = options_.waiting_rows_first &&
                                 (running_that_wait_ != 0 || std::ranges::any_of(waiting_, waits_));
    return !kept_for_others && running_others_ < options_.jobs;
}

}  // namespace conformance
