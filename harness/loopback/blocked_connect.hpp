#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "loopback/connect_functions.hpp"
#include "model/inconclusive.hpp"

namespace conformance {

/// A connect by a function that waits, in a thread of its own. Whatever holds the connect up has to
/// be gone before it is destroyed: destruction waits until the function has returned.
class BlockedConnect : public ConnectUnderWay {
public:
    /// Returns when the function has begun to connect, by which time the socket has its port, or
    /// has returned. Throws Inconclusive when neither comes in time.
    BlockedConnect(const Socket& socket, const Address& address, ConnectBy by);
    ~BlockedConnect() override;

    /// Asked of the thread and, because a function may have connected before it returns, of select.
    bool in_progress(std::chrono::milliseconds timeout) override;
    void complete() override;

private:
    void run(const Address& address);
    bool returned_within(std::chrono::milliseconds time);
    bool has_port() const;

    const Socket& socket_;
    ConnectBy by_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool has_ended_ = false;
    std::optional<CallResult> answer_;
    std::optional<Inconclusive> reason_;
    std::thread thread_;
};

}  // namespace conformance
