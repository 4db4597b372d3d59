#pragma once

#include <functional>
#include <future>
#include <vector>

namespace conformance {

/// What `work` returns in each of `count` threads that run side by side, given the thread's number.
/// Throws what one of them threw, after all have ended.
template <typename Result>
std::vector<Result> in_threads(std::size_t count, const std::function<Result(std::size_t)>& work) {
    // Destruction of a future of std::async waits for its thread.
    std::vector<std::future<Result>> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.push_back(std::async(std::launch::async, work, i));
    }
    std::vector<Result> results;
    for (auto& thread : threads) {
        results.push_back(thread.get());
    }
    return results;
}

}  // namespace conformance
