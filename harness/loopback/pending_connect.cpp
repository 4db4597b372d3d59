#include "loopback/pending_connect.hpp"

#include <string>
#include <utility>

#include "loopback/blocked_connect.hpp"
#include "model/inconclusive.hpp"

namespace conformance {

namespace {

using namespace std::chrono_literals;

// A connect that is going to end does so within microseconds on loopback; one that outlasts this is
// held up.
constexpr auto settling_time = 20ms;

constexpr int conditional_accept = 0;
constexpr int full_backlog = 1;
constexpr int closed_port = 2;

}  // namespace

PendingConnect::PendingConnect(Winsock& winsock, Family family, ConnectBy by, Prepare prepare)
    : by_(by), prepare_(std::move(prepare)) {
    std::string answers;
    for (int situation = conditional_accept; situation <= closed_port; ++situation) {
        try {
            try_situation(winsock, family, situation);
            if (attempt_->in_progress(settling_time)) {
                situation_ = situation;
                return;
            }
            answers += "; situation " + std::to_string(situation + 1) + ": the connect ended";
        } catch (const Inconclusive& reason) {
            answers += "; situation " + std::to_string(situation + 1) + ": " + reason.what();
        }
        scenery_.clear();
        attempt_.reset();
    }
    throw Inconclusive("set-up: no connect stays in progress" + answers);
}

PendingConnect::~PendingConnect() {
    if (!runs_asynchronously(by_)) {
        // Either lets the function return that waits in its thread.
        scenery_.clear();
        socket_->close();
    }
}

void PendingConnect::require_in_progress() {
    if (!attempt_->in_progress(0ms)) {
        throw Inconclusive("the connect did not stay in progress");
    }
}

void PendingConnect::let_complete() {
    auto& winsock = socket_->winsock();
    if (situation_ == closed_port) {
        throw Inconclusive("set-up: a connect to a closed port does not complete");
    }
    const auto& listener = scenery_.front();
    const auto waiting = winsock.select_readable(listener.handle(), setup_timeout());
    require_success(waiting);
    if (waiting.value == 0) {
        throw Inconclusive("set-up: no connection waits to be accepted");
    }
    const auto accepted = winsock.accept(listener.handle());
    require_success(accepted);
    scenery_.emplace_back(winsock, static_cast<SOCKET>(accepted.value));
    attempt_->complete();
}

void PendingConnect::try_situation(Winsock& winsock, Family family, int situation) {
    if (situation == closed_port) {
        scenery_.push_back(make_stream_socket(winsock, family));
        target_ = bind_to_loopback(scenery_.back(), family);
    } else {
        auto listener = make_stream_socket(winsock, family);
        if (situation == conditional_accept) {
            require_success(listener.set(Option<>{SOL_SOCKET, SO_CONDITIONAL_ACCEPT}, 1));
        }
        target_ = bind_to_loopback(listener, family);
        require_success(winsock.listen(listener.handle(), 0));
        scenery_.push_back(std::move(listener));
        if (situation == full_backlog) {
            auto queued = make_stream_socket(winsock, family);
            require_success(winsock.connect(queued.handle(), target_));
            scenery_.push_back(std::move(queued));
        }
    }
    socket_ = std::make_unique<Socket>(make_stream_socket(winsock, family));
    if (prepare_) {
        prepare_(*socket_);
    }
    if (runs_asynchronously(by_)) {
        attempt_ = std::make_unique<ConnectAttempt>(*socket_, target_, by_);
    } else {
        attempt_ = std::make_unique<BlockedConnect>(*socket_, target_, by_);
    }
}

}  // namespace conformance
