#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace conformance {

/// Says which shards of a plan run at the same time. Those that wait keep no processor busy, and
/// run beside the others.
class Schedule {
public:
    /// Shards that wait, at the same time.
    static constexpr std::size_t most_that_wait = 200;

    struct Options {
        /// Shards at the same time, beside those that wait.
        std::size_t jobs = 1;
        /// Rows that wait have the machine to themselves: the others begin when all of them are
        /// over.
        bool waiting_rows_first = false;
    };

    /// `waits` says of a shard whether its rows wait.
    Schedule(std::vector<Shard> shards, std::function<bool(const Shard&)> waits, Options options);

    /// The next shard, if one may begin now; it runs until ended() is called with it.
    std::optional<Shard> next();
    /// A shard is over. `rest` are those of its rows that have still to run.
    void ended(const Shard& shard, Shard rest);
    /// Runs that row once more, by itself, when everything else is over.
    void again(std::size_t row) { again_.push_back(row); }
    /// Nothing of it begins any more.
    void clear();

private:
    bool has_room_for(const Shard& shard) const;

    std::function<bool(const Shard&)> waits_;
    Options options_;
    std::deque<Shard> waiting_;
    std::deque<std::size_t> again_;
    std::size_t running_that_wait_ = 0;
    std::size_t running_others_ = 0;
};

}  // namespace conformance
