#include "tool/parallel.hpp"

#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace conformance {

namespace {

class Numbers {
public:
    explicit Numbers(std::size_t count) : count_(count) {}

    std::optional<std::size_t> next() {
        const std::scoped_lock guard(mutex_);
        return taken_ < count_ && !failure_ ? std::optional(taken_++) : std::nullopt;
    }

    void fail(std::exception_ptr with) {
        const std::scoped_lock guard(mutex_);
        failure_ = failure_ ? failure_ : with;
    }

    void rethrow() const {
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

private:
    std::size_t count_;
    std::size_t taken_ = 0;
    std::exception_ptr failure_;
    std::mutex mutex_;
};

}  // namespace

void for_each_in_parallel(std::size_t count, unsigned threads,
                          const std::function<void(std::size_t)>& work,
                          const std::function<void()>& failed) {
    Numbers numbers(count);
    const auto take = [&] {
        while (const auto number = numbers.next()) {
            try {
                work(*number);
            } catch (...) {
                numbers.fail(std::current_exception());
                if (failed) {
                    failed();
                }
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i) {
            others.emplace_back(take);
        }
        take();
    }
    numbers.rethrow();
}

}  // namespace conformance
