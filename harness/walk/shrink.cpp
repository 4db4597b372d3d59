#include "walk/shrink.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace conformance {

namespace {

class Shrinking {
public:
    Shrinking(FailingWalk failing, const Play& play, std::size_t most_tries)
        : best_(std::move(failing)), play_(play), left_(most_tries) {}

    FailingWalk run() {
        bool shorter = true;
        while (shorter && may_try()) {
            shorter = remove(1);
            shorter = remove(2) || shorter;
            shorter = leave_open() || shorter;
            shorter = simplify() || shorter;
            shorter = shorter || remove_ranges();
        }
        return best_;
    }

private:
    bool may_try() const { return left_ != 0; }

    /// Takes the steps if they fail as before.
    bool fails(const std::vector<Step>& steps) {
        if (left_ == 0) {
            return false;
        }
        --left_;
        const auto playing = play_(steps);
        if (!playing.mismatch || !playing.mismatch->is_like(best_.mismatch)) {
            return false;
        }
        best_ = as_played(steps, playing);
        return true;
    }

    bool remove(std::size_t count) {
        bool any = false;
        for (std::size_t i = best_.steps.size(); i > 0 && may_try(); --i) {
            for (std::size_t j = count == 1 ? i : i - 1; j > 0 && may_try(); --j) {
                if (i > best_.steps.size()) {
                    break;
                }
                auto steps = best_.steps;
                steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i - 1));
                if (count == 2) {
                    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(j - 1));
                }
                if (!steps.empty() && fails(steps)) {
                    any = true;
                    break;
                }
                if (count == 1) {
                    break;
                }
            }
        }
        return any;
    }

    /// Keeps the steps that close sockets: without one, later steps would use another socket.
    bool leave_open() {
        bool any = false;
        for (std::size_t i = 0; i < best_.steps.size() && may_try(); ++i) {
            if (best_.steps[i].kind != StepKind::close) {
                continue;
            }
            std::size_t unused = 0;
            while (unused < walk_sockets && uses(unused)) {
                ++unused;
            }
            if (unused == walk_sockets) {
                break;
            }
            auto steps = best_.steps;
            const auto closed = steps[i].socket;
            steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
            rename(std::span(steps).subspan(i), closed, unused);
            any = fails(steps) || any;
        }
        return any;
    }

    /// A failure at every n-th call shrinks only when many steps are removed together.
    bool remove_ranges() {
        for (auto length = best_.steps.size(); length > 2; --length) {
            for (std::size_t first = 0; first + length < best_.steps.size() && may_try(); ++first) {
                auto steps = best_.steps;
                const auto begin = steps.begin() + static_cast<std::ptrdiff_t>(first);
                steps.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
                if (fails(steps)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// In the main thread, one after the other, by the plainest function, on the lowest socket.
    bool simplify() {
        bool any = false;
        for (std::size_t i = 0; i < best_.steps.size() && may_try(); ++i) {
            for (const auto& simpler : simpler_ones(best_.steps[i])) {
                if (i < best_.steps.size() && simpler != best_.steps[i]) {
                    auto steps = best_.steps;
                    steps[i] = simpler;
                    any = fails(steps) || any;
                }
            }
        }
        for (std::size_t from = walk_sockets; from-- > 1;) {
            for (std::size_t to = 0; to < from && may_try(); ++to) {
                any = (uses(from) && fails(renamed(from, to))) || any;
            }
        }
        return any;
    }

    static std::vector<Step> simpler_ones(const Step& step) {
        std::vector<Step> simpler;
        auto one = step;
        one.thread = 0;
        one.together = false;
        simpler.push_back(one);
        if (step.kind > StepKind::socket && step.kind < StepKind::datagram_socket) {
            one.kind = StepKind::socket;
            simpler.push_back(one);
        }
        if (step.kind > StepKind::connect && step.kind <= StepKind::wsa_connect_by_name) {
            one.kind = StepKind::connect;
            simpler.push_back(one);
        }
        return simpler;
    }

    bool uses(std::size_t socket) const {
        return std::ranges::any_of(best_.steps, [&](const Step& step) {
            return step.socket == socket || (info(step.kind).takes_other && step.other == socket);
        });
    }

    /// Replaces `to` by `from` everywhere. Both may be in use: then steps that do not fit are
    /// skipped, or nothing fails.
    std::vector<Step> renamed(std::size_t from, std::size_t to) const {
        auto steps = best_.steps;
        rename(steps, from, to);
        return steps;
    }

    static void rename(std::span<Step> steps, std::size_t from, std::size_t to) {
        for (auto& step : steps) {
            for (auto* socket : {&step.socket, &step.other}) {
                if (*socket == from) {
                    *socket = static_cast<std::uint8_t>(to);
                }
            }
        }
    }

    FailingWalk best_;
    const Play& play_;
    std::size_t left_;
};

}  // namespace

FailingWalk as_played(const std::vector<Step>& steps, const Playing& playing) {
    FailingWalk walk{{}, *playing.mismatch};
    for (std::size_t i = 0; i <= playing.mismatch->step; ++i) {
        if (!playing.skipped[i]) {
            walk.mismatch.step = walk.steps.size();
            walk.steps.push_back(steps[i]);
        }
    }
    return walk;
}

FailingWalk shrink(FailingWalk failing, const Play& play, std::size_t most_tries) {
    return Shrinking(std::move(failing), play, most_tries).run();
}

}  // namespace conformance
