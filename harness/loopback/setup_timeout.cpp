#include "loopback/setup_timeout.hpp"

#include <atomic>

namespace conformance {

namespace {

constexpr std::chrono::milliseconds usual{5000};
std::atomic<double> scale{1};

}  // namespace

std::chrono::milliseconds setup_timeout() noexcept {
    return std::chrono::duration_cast<std::chrono::milliseconds>(usual * scale.load());
}

void scale_setup_timeout(double multiplier) noexcept {
    scale = multiplier;
}

}  // namespace conformance
