#pragma once

#include <functional>
#include <map>
#include <memory>
#include <thread>
#include <utility>

#include "record/windows_headers.hpp"

namespace conformance {

/// The threads of one playing, by number. Each starts with its first work and is kept for the next:
/// a walk has a dozen steps in them, and Wine takes a millisecond to start a thread.
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
    /// An event of the system: with winpthreads' condition variables one walk in 150 hung on a busy
    /// machine.
    class Event {
    public:
        void signal() noexcept { SetEvent(handle_.get()); }
        void wait() noexcept { WaitForSingleObject(handle_.get(), INFINITE); }

    private:
        std::unique_ptr<void, decltype(&CloseHandle)> handle_{
            CreateEventW(nullptr, FALSE, FALSE, nullptr), CloseHandle};
    };

    class Thread {
    public:
        Thread() = default;
        Thread(const Thread&) = delete;
        Thread& operator=(const Thread&) = delete;
        ~Thread() {
            wait();
            begun_.signal();
            thread_.join();
        }

        void begin(std::function<void()> work) {
            work_ = std::move(work);
            begun_.signal();
        }
        void wait() {
            if (work_) {
                ended_.wait();
                work_ = nullptr;
            }
        }

    private:
        void run() {
            for (begun_.wait(); work_; begun_.wait()) {
                work_();
                ended_.signal();
            }
        }

        Event begun_;
        Event ended_;
        std::function<void()> work_;
        /// Declared last: it uses the members before it.
        std::thread thread_{[this] { run(); }};
    };

    std::map<std::size_t, Thread> threads_;
};

}  // namespace conformance
