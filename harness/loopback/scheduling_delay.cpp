#include "loopback/scheduling_delay.hpp"

#include <cstddef>

#include "record/windows_headers.hpp"

namespace conformance {

namespace {

constexpr std::uintptr_t any_processor = 0;

/// The first processors that this process may use, each as an affinity mask: enough to notice a
/// virtual machine that has lost one of its processors for a moment, and no load for a large one.
std::vector<std::uintptr_t> some_processors() {
    constexpr std::size_t at_most = 8;
    DWORD_PTR of_process = 0;
    DWORD_PTR of_system = 0;
    GetProcessAffinityMask(GetCurrentProcess(), &of_process, &of_system);
    std::vector<std::uintptr_t> processors;
    for (std::uintptr_t mask = 1; mask != 0 && processors.size() < at_most; mask <<= 1) {
        if ((of_process & mask) != 0) {
            processors.push_back(mask);
        }
    }
    // A process that is in several groups of processors is not asked about them.
    return processors.empty() ? std::vector{any_processor} : processors;
}

}  // namespace

SchedulingDelay& SchedulingDelay::of_process() {
    static SchedulingDelay delay;
    return delay;
}

SchedulingDelay::SchedulingDelay() {
    for (const auto processor : some_processors()) {
        threads_.emplace_back(
            [this, processor](const std::stop_token& stop) { measure(stop, processor); });
    }
}

SchedulingDelay::~SchedulingDelay() {
    // All at once: each may be asleep.
    for (auto& thread : threads_) {
        thread.request_stop();
    }
}

std::int64_t SchedulingDelay::since_us(std::chrono::steady_clock::time_point begin) const {
    const std::scoped_lock lock(mutex_);
    return delays_.since(begin);
}

void SchedulingDelay::measure(const std::stop_token& stop, std::uintptr_t processor) {
    using Clock = std::chrono::steady_clock;
    if (processor != any_processor) {
        SetThreadAffinityMask(GetCurrentThread(), processor);
    }
    constexpr std::chrono::milliseconds beat{50};
    while (!stop.stop_requested()) {
        const auto asleep = Clock::now();
        // Not std::this_thread::sleep_for: mingw-w64's takes twice the processor time under Wine,
        // and each process that watches the wire does this all the time.
        Sleep(static_cast<DWORD>(beat.count()));
        const auto awake = Clock::now();
        const auto delay =
            std::chrono::duration_cast<std::chrono::microseconds>(awake - asleep - beat);
        const std::scoped_lock lock(mutex_);
        // The threads take turns here, and not in the order in which they woke up.
        delays_.add(Clock::now(), delay.count());
    }
}

}  // namespace conformance
