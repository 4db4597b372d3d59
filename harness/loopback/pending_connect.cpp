#include "loopback/pending_connect.hpp"

#include <stdexcept>
#include <string>

#include "model/inconclusive.hpp"

namespace conformance {

namespace {

using namespace std::chrono_literals;

// A connect that is going to end does so within microseconds on loopback; one that outlasts this is
// held up.
constexpr auto settling_time = 20ms;

constexpr int situations = 3;

}  // namespace

PendingConnect::PendingConnect(Winsock& winsock, Family family, ConnectBy by,
                               std::uint32_t keepalive)
    : keepalive_(keepalive) {
    if (!runs_asynchronously(by)) {
        throw std::logic_error(to_text(by) + " waits until the connect has ended");
    }
    std::string answers;
    for (int situation = 0; situation < situations; ++situation) {
        try {
            try_situation(winsock, family, by, situation);
            if (attempt_->in_progress(settling_time)) {
                return;
            }
            answers += "; situation " + std::to_string(situation + 1) + ": the connect ended";
        } catch (const Inconclusive& reason) {
            answers += "; situation " + std::to_string(situation + 1) + ": " + reason.what();
        }
        attempt_.reset();
        scenery_.clear();
    }
    throw Inconclusive("set-up: no connect stays in progress" + answers);
}

void PendingConnect::must_be_in_progress() {
    if (!attempt_->in_progress()) {
        throw Inconclusive("the connect did not stay in progress");
    }
}

void PendingConnect::try_situation(Winsock& winsock, Family family, ConnectBy by, int situation) {
    auto target = Address::loopback(family);
    if (situation == 2) {
        scenery_.push_back(make_stream_socket(winsock, family));
        target = bind_to_loopback(scenery_.back(), family);
    } else {
        auto listener = make_stream_socket(winsock, family);
        if (situation == 0) {
            set_up(listener.set_option(SOL_SOCKET, SO_CONDITIONAL_ACCEPT, on));
        }
        target = bind_to_loopback(listener, family);
        set_up(winsock.listen(listener.handle(), 0));
        scenery_.push_back(std::move(listener));
        if (situation == 1) {
            auto queued = make_stream_socket(winsock, family);
            set_up(winsock.connect(queued.handle(), target));
            scenery_.push_back(std::move(queued));
        }
    }
    socket_ = std::make_unique<Socket>(make_stream_socket(winsock, family));
    set_up(socket_->set_keepalive(keepalive_));
    attempt_ = std::make_unique<ConnectAttempt>(*socket_, target, by);
}

}  // namespace conformance
