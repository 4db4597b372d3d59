#pragma once

#include <memory>

#include "loopback/system_socket.hpp"

namespace conformance {

/// A way to make the far end of connections fall silent.
class Silence {
public:
    Silence() = default;
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    virtual ~Silence() = default;

    /// The address at which the peer listens.
    virtual Address address() const = 0;
    /// Waits until the peer has accepted a connection. Throws Inconclusive when it does not.
    virtual void accept() = 0;
    /// From now on the system drops segments to the accepted connections.
    virtual void begin() = 0;
    /// Whether the first accepted connection has a byte to read; waits up to `timeout` for it.
    virtual bool first_has_byte_within(std::chrono::milliseconds timeout) = 0;
};

/// Under Wine: a native program beside this one that listens and can make Linux drop segments.
/// Throws Inconclusive elsewhere, as on Windows.
std::unique_ptr<Silence> start_wine_helper(const Address& local);

/// On Windows: a filter of the Windows Filtering Platform on the ports of both ends, which the
/// system removes with this process (administrator; never run on Windows). Throws Inconclusive when
/// it is refused.
std::unique_ptr<Silence> open_wfp_silence(const Address& local);

/// A peer that accepts connections and then stops answering, like a machine whose cable was pulled.
/// A control connection proves it: a byte arrives before, and none after.
class SilentPeer {
public:
    /// Listens at that address, whose port is 0. Throws Inconclusive when this machine has no such
    /// peer.
    explicit SilentPeer(const Address& local);

    /// The address of the peer.
    Address address() const { return silence_->address(); }
    /// Waits until a connection is accepted. Throws Inconclusive when none comes.
    void accept() { silence_->accept(); }
    /// Makes the peer silent. No data may be in flight. Throws Inconclusive when the control
    /// connection still receives a byte.
    void fall_silent();

private:
    SystemWinsock winsock_;
    std::unique_ptr<Silence> silence_;
    SystemSocket control_;
};

}  // namespace conformance
