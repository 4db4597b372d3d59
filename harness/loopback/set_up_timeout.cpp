#include "loopback/set_up_timeout.hpp"

#include <atomic>

namespace conformance {

namespace {

constexpr std::chrono::milliseconds usual{5000};
std::atomic<double> scale{1};

}  // namespace

std::chrono::milliseconds set_up_timeout() noexcept {
    return std::chrono::duration_cast<std::chrono::milliseconds>(usual * scale.load());
}

void scale_set_up_timeout(double multiplier) noexcept {
    scale = multiplier;
}

}  // namespace conformance
