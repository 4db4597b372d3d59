#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "loopback/connect_functions.hpp"

namespace conformance {

/// A connect by a function that waits, in a thread of its own. Whatever holds the connect up has to
/// be gone before it is destroyed: destruction waits until the function has returned.
class BlockedConnect : public ConnectUnderWay {
public:
    BlockedConnect(const Socket& socket, const Address& address, ConnectBy by);
    ~BlockedConnect() override;

    /// Asked of the thread and of select. That a function has not returned does not say that it has
    /// begun to connect: waits for that the first time, until the socket has its port or, where the
    /// function may bind it before, until the system's table has an unanswered SYN. Throws
    /// Inconclusive where the system does not say.
    bool in_progress(std::chrono::milliseconds timeout) override;
    void complete() override;

private:
    void run();
    bool returned_within(std::chrono::milliseconds time);
    void await_begin();
    bool has_port() const;
    /// Throws what the function's call threw.
    void rethrow() const;

    const Socket& socket_;
    Address address_;
    ConnectBy by_;
    bool has_begun_ = false;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool has_ended_ = false;
    CallResult answer_;
    std::exception_ptr error_;
    std::thread thread_;
};

}  // namespace conformance
