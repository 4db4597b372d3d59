#include "walk/draw.hpp"

#include <optional>
#include <random>

namespace conformance {

namespace {

class Draw {
public:
    Draw(Network network, std::uint64_t seed)
        : engine_(seed * 8 + static_cast<std::uint64_t>(network)), model_(network, {}) {}

    std::vector<Step> steps(std::size_t count) {
        std::vector<Step> all;
        while (all.size() < count) {
            auto step = one();
            step.thread =
                static_cast<std::uint8_t>(less_than(4) == 0 ? less_than(walk_threads) : 0);
            step.together = !all.empty() && may_run_together(all, step) && less_than(3) == 0;
            model_.take(step);
            all.push_back(step);
        }
        return all;
    }

private:
    /// Not a standard distribution: their use of an engine differs between libraries.
    unsigned less_than(std::size_t bound) { return static_cast<unsigned>(engine_() % bound); }

    /// Draws the kind first, and then arguments until they fit: otherwise steps that need a rare
    /// situation would hardly ever be drawn.
    Step one() {
        constexpr int tries = 24;
        while (true) {
            Step step{kind(), 0, 0, 0, 0, false};
            for (int i = 0; i < tries; ++i) {
                step.socket = static_cast<std::uint8_t>(less_than(walk_sockets));
                step.other = info(step.kind).takes_other
                                 ? static_cast<std::uint8_t>(less_than(walk_sockets))
                                 : std::uint8_t{0};
                step.variant = static_cast<std::uint8_t>(less_than(info(step.kind).variants));
                if (model_.allows(step)) {
                    return step;
                }
            }
        }
    }

    StepKind kind() {
        static const unsigned all = [] {
            unsigned sum = 0;
            for (std::size_t i = 0; i < step_kind_count; ++i) {
                sum += info(static_cast<StepKind>(i)).weight;
            }
            return sum;
        }();
        auto point = less_than(all);
        std::size_t i = 0;
        while (point >= info(static_cast<StepKind>(i)).weight) {
            point -= info(static_cast<StepKind>(i)).weight;
            ++i;
        }
        return static_cast<StepKind>(i);
    }

    /// Steps that set something, on another socket and in another thread than those they run
    /// beside: in whatever order they happen, the outcome is the same.
    bool may_run_together(const std::vector<Step>& before, const Step& step) const {
        for (auto i = before.size(); i > 0; --i) {
            const auto& other = before[i - 1];
            if (!sets_something(other.kind) || other.thread == step.thread ||
                model_.is_about(other, step.socket)) {
                return false;
            }
            if (!other.together) {
                break;
            }
        }
        return sets_something(step.kind);
    }

    std::mt19937_64 engine_;
    Model model_;
};

}  // namespace

std::vector<Step> draw_walk(Network network, std::uint64_t seed, std::size_t steps) {
    return Draw(network, seed).steps(steps);
}

}  // namespace conformance
