#include "player.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <functional>

#include "performance.hpp"
#include "step_threads.hpp"

namespace conformance {

using namespace parameters;

Action action_of(const Model& model, const Step& step) {
    return {step.kind, sets_something(step.kind) ? step.variant : std::uint8_t{0},
            model.place(step.socket)};
}

/// One playing: new sockets, and the model beside them.
class Player::Stage {
public:
    explicit Stage(const Player& player)
        : known_(player.known_),
          winsock_(player.test_.winsock()),
          model_(player.network_, player.known_.defaults),
          performance_(player.test_, player.network_) {}

    Playing play(const std::vector<Step>& steps) {
        Playing playing;
        for (std::size_t i = 0; i < steps.size();) {
            auto end = i + 1;
            while (end < steps.size() && runs_together(steps, i, end)) {
                ++end;
            }
            std::vector<std::size_t> made;
            for (; i < end; ++i) {
                playing.skipped.push_back(!model_.allows(steps[i]) || is_left_out(steps[i]));
                if (!playing.skipped.back()) {
                    made.push_back(i);
                }
            }
            playing.mismatch = make(steps, made);
            if (playing.mismatch) {
                break;
            }
        }
        return playing;
    }

private:
    struct Made {
        Step step;
        bool is_refused = false;
        std::string_view requirement;
        std::optional<CallResult> answer;
        std::exception_ptr thrown;
    };

    bool is_left_out(const Step& step) const {
        auto action = action_of(model_, step);
        const auto has = [&] { return known_.left_out.contains(action); };
        if (has()) {
            return true;
        }
        action.place = "";
        return action_of(model_, step).place != "datagram" && has();
    }

    /// Whether the step at `end` belongs to those that begin together at `first`: in other threads,
    /// and on other sockets.
    bool runs_together(const std::vector<Step>& steps, std::size_t first, std::size_t end) const {
        const auto& step = steps[end];
        if (!step.together || !sets_something(step.kind)) {
            return false;
        }
        for (auto i = first; i < end; ++i) {
            if (!sets_something(steps[i].kind) || steps[i].thread == step.thread ||
                model_.is_about(steps[i], step.socket)) {
                return false;
            }
        }
        return true;
    }

    std::optional<Mismatch> make(const std::vector<Step>& steps,
                                 const std::vector<std::size_t>& indices) {
        if (indices.empty()) {
            return std::nullopt;
        }
        std::vector<Made> made;
        for (const auto index : indices) {
            const auto& step = steps[index];
            made.push_back(
                {step, model_.is_refused(step), model_.requirement_of_call(step), {}, {}});
        }
        make_all(made);
        for (const auto& one : made) {
            model_.take(one.step);
        }
        const auto index = indices.back();
        for (const auto& one : made) {
            if (one.answer && one.answer->failed != one.is_refused) {
                Mismatch mismatch;
                mismatch.kind = Mismatch::Kind::call;
                mismatch.step = index;
                mismatch.requirement = one.requirement;
                mismatch.socket = one.step.socket;
                mismatch.answer = describe(*one.answer);
                mismatch.call = one.step;
                return mismatch;
            }
        }
        return compare(made, index);
    }

    /// Makes the steps, each in its thread: those of other threads begin first.
    void make_all(std::vector<Made>& made) {
        const auto make_one = [&](Made& one) {
            try {
                one.answer = performance_.make(one.step);
            } catch (...) {
                one.thrown = std::current_exception();
            }
        };
        for (auto& one : made) {
            if (one.step.thread != 0) {
                threads_.begin(one.step.thread, [&] { make_one(one); });
            }
        }
        for (auto& one : made) {
            if (one.step.thread == 0) {
                make_one(one);
            }
        }
        threads_.wait();
        for (const auto& one : made) {
            if (one.thrown) {
                std::rethrow_exception(one.thrown);
            }
        }
    }

    std::optional<Mismatch> compare(const std::vector<Made>& made, std::size_t index) {
        const auto confirmed = winsock_.recorded_calls();
        for (const auto socket : model_.readable_sockets()) {
            for (const auto setting : reading_order(socket)) {
                auto mismatch = is_read(socket, setting) ? compare(socket, setting) : std::nullopt;
                if (mismatch) {
                    mismatch->step = index;
                    blame(*mismatch, made);
                    return mismatch;
                }
            }
        }
        // A reading that matches adds nothing to the step, so its calls are removed; a long walk's
        // record starts again before it is full.
        winsock_.forget_calls_after(confirmed > most_recorded ? 0 : confirmed);
        return std::nullopt;
    }

    bool is_read(std::size_t socket, Setting setting) const {
        return known_.is_readable[setting] &&
               (setting == Setting::keepalive || model_.is_open(socket));
    }

    /// Reads the last setting first: reading another one may change it, which would be a finding of
    /// the next step.
    std::array<Setting, all_settings.size()> reading_order(std::size_t socket) const {
        auto order = all_settings;
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](Setting setting) {
            return model_.remembered(socket, setting).step;
        });
        return order;
    }

    /// The step that caused it, and the requirement that is broken.
    void blame(Mismatch& mismatch, const std::vector<Made>& made) const {
        mismatch.call = made.front().step;
        for (const auto& one : made) {
            if (model_.is_about(one.step, mismatch.socket)) {
                mismatch.call = one.step;
            }
        }
        if (mismatch.kind == Mismatch::Kind::value) {
            // Of several simultaneous steps, any may have changed a setting that none of them is
            // about.
            const bool was_set = mismatch.expected.step + made.size() > model_.steps();
            mismatch.requirement =
                made.size() > 1 && !was_set
                    ? Model::requirement_to_stay(mismatch.setting)
                    : model_.requirement(mismatch.call, mismatch.socket, mismatch.setting);
        }
    }

    std::optional<Mismatch> compare(std::size_t socket, Setting setting) {
        const auto& expected = model_.remembered(socket, setting);
        const auto reading = performance_.read(socket, setting);
        Mismatch mismatch;
        mismatch.socket = socket;
        mismatch.setting = setting;
        mismatch.expected = expected;
        if (reading.call.failed || reading.nothing_written) {
            mismatch.kind = Mismatch::Kind::unreadable;
            mismatch.requirement = reading_requirement(setting);
            mismatch.answer = reading.nothing_written ? "0 and wrote nothing" : describe(reading);
            return mismatch;
        }
        if (!expected.value) {
            model_.learn(socket, setting, reading.dword());
            return std::nullopt;
        }
        if (reading.dword() == *expected.value) {
            return std::nullopt;
        }
        mismatch.actual = reading.dword();
        return mismatch;
    }

    static std::string_view reading_requirement(Setting setting) {
        switch (setting) {
            case Setting::keepalive: return "so-keepalive.get";
            case Setting::time: return "ipproto-tcp.keepalive";
            case Setting::interval: return "ipproto-tcp.keepintvl";
            case Setting::count: return "ipproto-tcp.keepcnt";
        }
        return {};
    }

    static constexpr std::size_t most_recorded = FlightRecord::capacity / 2;

    const KnownStack& known_;
    Winsock& winsock_;
    Model model_;
    Performance performance_;
    StepThreads threads_;
};

Player::Player(const Test& test, Network network, const KnownStack& known)
    : test_(test), network_(network), known_(known) {}

Playing Player::play(const std::vector<Step>& steps) {
    test_.winsock().forget_calls_after(0);
    return Stage(*this).play(steps);
}

}  // namespace conformance
