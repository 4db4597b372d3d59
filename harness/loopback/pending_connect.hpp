#pragma once

#include <cstdint>
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
    /// Throws Inconclusive when none of the situations leaves the connect in progress. `by` has to
    /// run asynchronously.
    /// `keepalive` is set before the connect starts.
    PendingConnect(Winsock& winsock, Family family, ConnectBy by, std::uint32_t keepalive = off);

    const Socket& socket() const noexcept { return *socket_; }

    /// Throws Inconclusive when the connect is no longer in progress. Before and after the call
    /// that a row is about, this proves that the call met the transitional state.
    void must_be_in_progress();

private:
    void try_situation(Winsock& winsock, Family family, ConnectBy by, int situation);

    std::uint32_t keepalive_;

    std::vector<Socket> scenery_;
    std::unique_ptr<Socket> socket_;
    std::unique_ptr<ConnectAttempt> attempt_;
};

}  // namespace conformance
