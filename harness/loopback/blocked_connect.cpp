#include "loopback/blocked_connect.hpp"

#include "loopback/tcp_table.hpp"
#include "model/inconclusive.hpp"
#include "winsock/system_function.hpp"

namespace conformance {

namespace {

using namespace std::chrono_literals;

// Nothing signals that a blocking function has begun to connect: it is looked for this often. A
// first look that is late finds it, so that rows have the same calls each time.
constexpr auto between_looks = 20ms;

/// Functions that may bind the socket some time before they connect it. Wine's does not, and Wine
/// reads a table of the whole machine for each look at its connections.
bool may_bind_before(ConnectBy by) {
    return (by == ConnectBy::wsa_connect_by_list || by == ConnectBy::wsa_connect_by_name) &&
           system_function<void (*)()>(L"ntdll.dll", "wine_get_version") == nullptr;
}

}  // namespace

BlockedConnect::BlockedConnect(const Socket& socket, const Address& address, ConnectBy by)
    : socket_(socket), address_(address), by_(by), thread_([this] { run(); }) {}

BlockedConnect::~BlockedConnect() {
    thread_.join();
}

void BlockedConnect::run() {
    CallResult answer;
    std::exception_ptr error;
    try {
        answer = connect_and_wait(socket_, address_, by_);
    } catch (...) {
        error = std::current_exception();
    }
    const std::scoped_lock lock(mutex_);
    answer_ = answer;
    error_ = error;
    has_ended_ = true;
    ended_.notify_all();
}

bool BlockedConnect::returned_within(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return ended_.wait_for(lock, time, [this] { return has_ended_; });
}

void BlockedConnect::await_begin() {
    const auto give_up = std::chrono::steady_clock::now() + setup_timeout();
    while (!has_begun_ && !returned_within(between_looks) &&
           std::chrono::steady_clock::now() < give_up) {
        has_begun_ = may_bind_before(by_) ? has_unanswered_syn(address_.family(), address_.port())
                                          : has_port();
    }
}

bool BlockedConnect::has_port() const {
    auto local = Address::loopback(address_.family());
    return !socket_.winsock().getsockname(socket_.handle(), local).failed && local.port() != 0;
}

void BlockedConnect::rethrow() const {
    if (error_) {
        std::rethrow_exception(error_);
    }
}

bool BlockedConnect::in_progress(std::chrono::milliseconds timeout) {
    if (!has_begun_) {
        await_begin();
    }
    if (returned_within(timeout)) {
        rethrow();
        return false;
    }
    const auto connected =
        socket_.winsock().select_connected(socket_.handle(), std::chrono::milliseconds(0));
    require_success(connected);
    return has_begun_ && connected.value == 0;
}

void BlockedConnect::complete() {
    if (!returned_within(setup_timeout())) {
        throw Inconclusive("set-up: " + to_text(by_) + " did not complete");
    }
    rethrow();
    require_success(answer_);
    update_connect_context(socket_, by_);
}

}  // namespace conformance
