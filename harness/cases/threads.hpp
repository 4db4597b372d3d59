#pragma once

#include <exception>
#include <functional>
#include <thread>
#include <vector>

namespace conformance {

/// Runs `work` in `count` threads, each with its number, and returns their results. When all have
/// ended, rethrows one exception of theirs.
template <typename Result>
std::vector<Result> in_threads(std::size_t count, const std::function<Result(std::size_t)>& work) {
    std::vector<Result> results(count);
    std::vector<std::exception_ptr> errors(count);
    {
        // The destructor of a jthread joins it.
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                try {
                    results[i] = work(i);
                } catch (...) {
                    errors[i] = std::current_exception();
                }
            });
        }
    }
    for (const auto& error : errors) {
        if (error) {
            std::rethrow_exception(error);
        }
    }
    return results;
}

}  // namespace conformance
