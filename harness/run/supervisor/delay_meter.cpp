#include "supervisor/delay_meter.hpp"

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

DelayMeter::DelayMeter(Delays& delays) : delays_(delays) {
    for (const auto processor : some_processors()) {
        threads_.emplace_back(
            [this, processor](const std::stop_token& stop) { measure(stop, processor); });
    }
}

void DelayMeter::measure(const std::stop_token& stop, std::uintptr_t processor) {
    if (processor != any_processor) {
        SetThreadAffinityMask(GetCurrentThread(), processor);
    }
    constexpr std::chrono::milliseconds beat{50};
    while (!stop.stop_requested()) {
        const auto asleep = Delays::Clock::now();
        std::this_thread::sleep_for(beat);
        const auto awake = Delays::Clock::now();
        delays_.add(awake,
                    std::chrono::duration_cast<std::chrono::microseconds>(awake - asleep - beat));
    }
}

}  // namespace conformance
