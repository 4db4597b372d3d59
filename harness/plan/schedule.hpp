#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace conformance {

/// Decides which shards of a plan run at the same time. Waiting shards use no processor and run
/// beside the others.
class Schedule {
public:
    /// The number of waiting shards at the same time.
    static constexpr std::size_t most_that_wait = 200;

    struct Options {
        /// The number of other shards at the same time.
        std::size_t jobs = 1;
        /// Whether rows that wait have the machine to themselves: the others begin when all of them
        /// have ended.
        bool waiting_rows_first = false;
    };

    /// `waits` returns whether the rows of a shard wait.
    Schedule(std::vector<Shard> shards, std::function<bool(const Shard&)> waits, Options options);

    /// The next shard, when one may begin now; it runs until ended() is called for it.
    std::optional<Shard> next();
    /// A shard has ended. `rest` are its rows that still have to run.
    void ended(const Shard& shard, Shard rest);
    /// Runs that row once more, alone, when everything else has ended.
    void again(std::size_t row) { again_.push_back(row); }
    /// Drops all shards that have not begun.
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
