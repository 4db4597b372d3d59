#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "loopback/connect_functions.hpp"

namespace conformance {

/// A connect by a blocking function, in a thread of its own. The situation that delays the connect
/// has to end before this object is destroyed: the destructor waits until the function has
/// returned.
class BlockedConnect : public ConnectUnderWay {
public:
    BlockedConnect(const Socket& socket, const Address& address, ConnectBy by);
    ~BlockedConnect() override;

    /// Asks the thread and select. A function that has not returned may not have begun to connect,
    /// so the first call waits until the socket has its port or, where the function may bind it
    /// earlier, until the system's table has an unanswered SYN. Throws Inconclusive when the system
    /// does not show it.
    bool in_progress(std::chrono::milliseconds timeout) override;
    void complete() override;

private:
    void run();
    bool returned_within(std::chrono::milliseconds time);
    void await_begin();
    bool has_port() const;
    /// Rethrows an exception of the function's call.
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
