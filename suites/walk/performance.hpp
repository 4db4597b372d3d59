#pragma once

#include <array>
#include <memory>
#include <optional>

#include "cases/test.hpp"
#include "walk/model.hpp"

namespace conformance {

/// The real sockets of a walk, and the calls of its steps.
class Performance {
public:
    Performance(const Test& test, Network network) : test_(test), network_(network) {}
    Performance(const Performance&) = delete;
    Performance& operator=(const Performance&) = delete;

    /// Makes the step, which the model has to allow. Returns the answer of a call that sets
    /// something or should be refused; nothing for other calls, which throw Inconclusive when they
    /// fail.
    std::optional<CallResult> make(const Step& step);

    /// Reads the setting with its option.
    OptionResult read(std::size_t socket, Setting setting) const;

private:
    struct Event {
        Event() : handle(CreateEventW(nullptr, TRUE, FALSE, nullptr)) {}
        Event(const Event&) = delete;
        Event& operator=(const Event&) = delete;
        ~Event() { CloseHandle(handle); }
        HANDLE handle;
    };

    Winsock& winsock() const { return test_.winsock(); }
    const Socket& at(std::size_t socket) const { return *sockets_[socket]; }
    Family family() const { return network_ == Network::ipv4 ? Family::ipv4 : Family::ipv6; }
    Address loopback() const;
    Socket stream_socket(Creation creation) const;
    void duplicate(const Step& step);
    void connect(const Step& step);
    void connect_to_closed_port(const Socket& socket) const;
    void accept(const Step& step);
    void accept_ex(const Step& step);
    void await(const Socket& socket, const char* what) const;
    void set_other_option(const Step& step) const;
    CallResult set(const Step& step) const;

    const Test& test_;
    Network network_;
    Event event_;
    std::array<std::optional<Socket>, walk_sockets> sockets_;
    /// The address to which each is bound; descriptors of one socket share it.
    std::array<std::shared_ptr<Address>, walk_sockets> addresses_;
};

}  // namespace conformance
