#pragma once

#include <cstdint>
#include <thread>
#include <vector>

#include "wire/delays.hpp"

namespace conformance {

/// Measures how late the machine wakes threads, with a sleeping thread on each processor. Under
/// Wine such a sleep is wineserver's, so that its delays are measured, too. One meter serves all
/// workers: two threads in each of a hundred would be a load that delays others.
class DelayMeter {
public:
    explicit DelayMeter(Delays& delays);

private:
    void measure(const std::stop_token& stop, std::uintptr_t processor);

    Delays& delays_;
    /// Declared last, so that they end first.
    std::vector<std::jthread> threads_;
};

}  // namespace conformance
