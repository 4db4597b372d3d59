#pragma once

#include <memory>

#include "loopback/system_socket.hpp"

namespace conformance {

/// How the far end of connections is made to fall silent.
class Silence {
public:
    Silence() = default;
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    virtual ~Silence() = default;

    /// Where the peer listens.
    virtual Address address() const = 0;
    /// Waits until the peer has accepted a connection. Throws Inconclusive when it does not.
    virtual void accept() = 0;
    /// From now on the system drops what is sent to the connections that were accepted.
    virtual void begin() = 0;
    /// Whether the first connection that was accepted has a byte to read, waited for that long.
    virtual bool first_has_byte_within(std::chrono::milliseconds timeout) = 0;
};

/// Under Wine: a native program beside this one, which listens and can let Linux drop everything.
/// Throws Inconclusive where that cannot be, as on Windows.
std::unique_ptr<Silence> start_wine_helper(const Address& local);

/// On Windows: a filter of the Windows Filtering Platform on the ports of both ends, which goes
/// with this process (administrator; never run on Windows). Throws Inconclusive where it is
/// refused.
std::unique_ptr<Silence> open_wfp_silence(const Address& local);

/// A peer that accepts connections and then stops answering, as a machine does whose cable was
/// pulled. A control connection proves it: a byte arrives before, and none
/// after.
class SilentPeer {
public:
    /// Listens at that address, whose port is 0. Throws Inconclusive when this machine has no such
    /// peer.
    explicit SilentPeer(const Address& local);

    /// What to connect to.
    Address address() const { return silence_->address(); }
    /// Waits until a connection is accepted. Throws Inconclusive when none comes.
    void accept() { silence_->accept(); }
    /// No data may be on its way. Throws Inconclusive when the control connection still gets a
    /// byte.
    void fall_silent();

private:
    SystemWinsock winsock_;
    std::unique_ptr<Silence> silence_;
    SystemSocket control_;
};

}  // namespace conformance
