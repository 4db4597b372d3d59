#pragma once

#include <functional>
#include <thread>
#include <vector>

namespace conformance {

/// What `work` returns in each of `count` threads that run side by side, given the thread's number.
/// It may throw nothing.
template <typename Result>
std::vector<Result> in_threads(std::size_t count, const std::function<Result(std::size_t)>& work) {
    std::vector<Result> results(count);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.emplace_back([&, i] { results[i] = work(i); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    return results;
}

}  // namespace conformance
