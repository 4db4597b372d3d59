#include "loopback/blocked_connect.hpp"

namespace conformance {

namespace {

using namespace std::chrono_literals;

// Nothing signals that a blocking function has begun to connect: it is looked for this often.
constexpr auto between_looks = 5ms;

}  // namespace

BlockedConnect::BlockedConnect(const Socket& socket, const Address& address, ConnectBy by)
    : socket_(socket), by_(by), thread_([this, address] { run(address); }) {
    try {
        const auto give_up = std::chrono::steady_clock::now() + set_up_timeout();
        while (!has_port() && !returned_within(between_looks)) {
            if (std::chrono::steady_clock::now() > give_up) {
                throw Inconclusive("set-up: " + to_text(by) + " does not begin to connect");
            }
        }
    } catch (...) {
        thread_.join();
        throw;
    }
}

BlockedConnect::~BlockedConnect() {
    if (thread_.joinable()) {
        thread_.join();
    }
}

void BlockedConnect::run(const Address& address) {
    std::optional<CallResult> answer;
    std::optional<Inconclusive> reason;
    try {
        answer = connect_and_wait(socket_, address, by_);
    } catch (const Inconclusive& error) {
        reason = error;
    }
    const std::scoped_lock lock(mutex_);
    answer_ = answer;
    reason_ = reason;
    has_ended_ = true;
    ended_.notify_all();
}

bool BlockedConnect::returned_within(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return ended_.wait_for(lock, time, [this] { return has_ended_; });
}

bool BlockedConnect::has_port() const {
    auto local = Address::loopback(Family::ipv6);
    return !socket_.winsock().getsockname(socket_.handle(), local).failed && local.port() != 0;
}

bool BlockedConnect::in_progress(std::chrono::milliseconds timeout) {
    if (returned_within(timeout)) {
        if (reason_) {
            throw *reason_;
        }
        return false;
    }
    const auto connected =
        socket_.winsock().select_connected(socket_.handle(), std::chrono::milliseconds(0));
    set_up(connected);
    return connected.value == 0;
}

void BlockedConnect::complete() {
    if (!returned_within(set_up_timeout())) {
        throw Inconclusive("set-up: " + to_text(by_) + " did not complete");
    }
    if (reason_) {
        throw *reason_;
    }
    set_up(*answer_);
    update_connect_context(socket_, by_);
}

}  // namespace conformance
