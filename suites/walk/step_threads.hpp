#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace conformance {

/// The threads of one playing, by number. Each starts with its first work and is kept for the next:
/// a walk has some hundred steps in them, and Wine takes a millisecond to start a thread.
class StepThreads {
public:
    /// Begins `work`, which throws nothing, in that thread, which has nothing else to do.
    void begin(std::size_t number, std::function<void()> work) {
        threads_.try_emplace(number).first->second.begin(std::move(work));
    }
    /// Returns when all work has ended.
    void wait() {
        for (auto& [number, thread] : threads_) {
            thread.wait();
        }
    }

private:
    class Thread {
    public:
        void begin(std::function<void()> work) {
            {
                const std::scoped_lock lock(mutex_);
                work_ = std::move(work);
            }
            changed_.notify_all();
        }
        void wait() {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !work_; });
        }

    private:
        void run(const std::stop_token& stop) {
            std::unique_lock lock(mutex_);
            while (changed_.wait(lock, stop, [this] { return static_cast<bool>(work_); })) {
                lock.unlock();
                work_();
                lock.lock();
                work_ = nullptr;
                changed_.notify_all();
            }
        }

        std::mutex mutex_;
        std::condition_variable_any changed_;
        std::function<void()> work_;
        /// Declared last, so that it ends before the members that it uses.
        std::jthread thread_{[this](const std::stop_token& stop) { run(stop); }};
    };

    std::map<std::size_t, Thread> threads_;
};

}  // namespace conformance
