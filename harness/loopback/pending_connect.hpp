#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "loopback/connect_functions.hpp"

namespace conformance {

/// A socket whose connect is in progress and stays so: the transitional state.
///
/// Which situation holds a connect up depends on the stack, so they are tried in this order until
/// the connect is seen in progress: a listener with SO_CONDITIONAL_ACCEPT whose owner does not
/// accept (documented for Windows); a listener with backlog 0 and one connection in its queue
/// (holds on Linux, where Windows refuses); a closed port (Windows repeats the SYN for about 2 s).
class PendingConnect {
public:
    using Prepare = std::function<void(const Socket&)>;

    /// Calls `prepare` before the connect starts; a blocking function runs in a thread of its own.
    /// Throws Inconclusive when no situation keeps the connect in progress.
    PendingConnect(Winsock& winsock, Family family, ConnectBy by, Prepare prepare = {});

    PendingConnect(const PendingConnect&) = delete;
    PendingConnect& operator=(const PendingConnect&) = delete;
    /// Ends a function that still blocks by closing its socket.
    ~PendingConnect();

    const Socket& socket() const noexcept { return *socket_; }
    /// The address to which it connects.
    const Address& target() const noexcept { return target_; }

    /// Throws Inconclusive when the connect is no longer in progress. A row calls it before and
    /// after the call that it is about, which proves that the call met the transitional state.
    void require_in_progress();

    /// Lets the connect complete: accepts the waiting connection. Throws Inconclusive where the
    /// situation does not allow it.
    void let_complete();

private:
    void try_situation(Winsock& winsock, Family family, int situation);

    ConnectBy by_;
    Prepare prepare_;
    int situation_ = 0;
    Address target_ = Address::loopback(Family::ipv4);

    std::unique_ptr<Socket> socket_;
    std::unique_ptr<ConnectUnderWay> attempt_;
    // Destroyed before the attempt, which may wait for its end.
    std::vector<Socket> scenery_;
};

}  // namespace conformance
