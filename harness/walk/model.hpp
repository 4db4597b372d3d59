#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "walk/setting.hpp"
#include "walk/step.hpp"

namespace conformance {

/// The addresses between which a walk's sockets connect: those of one family, or IPv4's by sockets
/// of AF_INET6 with IPV6_V6ONLY 0.
enum class Network { ipv4, ipv6, dual_mode };

/// "ipv4", "ipv6", "dual-mode".
std::string to_text(Network network);

/// A value that a socket should have.
struct Remembered {
    /// Nothing where the documents do not say: then the first reading counts.
    std::optional<std::uint32_t> value;
    /// Where the value comes from: "TCP_KEEPIDLE", "a new socket".
    std::string_view by;
    /// The number of the step that set it, from 1.
    std::size_t step = 0;
};

/// What the documents say that connections remember, and what each call does to it. It knows
/// nothing of what a provider answers, so that a walk is the same on each.
class Model {
public:
    /// `defaults` is what a new socket has.
    Model(Network network, const Defaults& defaults) : network_(network), defaults_(defaults) {}

    /// Whether the step can be made now without blocking and without an answer that the documents
    /// leave open.
    bool allows(const Step& step) const;
    /// Whether its call is to fail: the setting then stays.
    bool is_refused(const Step& step) const;
    /// Makes the step, which has to be allowed.
    void take(const Step& step);

    /// The open stream sockets, of which alone settings are read.
    std::vector<std::size_t> readable_sockets() const;
    const Remembered& remembered(std::size_t socket, Setting setting) const;
    /// What was read of a setting of which the documents say nothing.
    void learn(std::size_t socket, Setting setting, std::uint32_t value);

    /// Whether the step is about that socket, also by another descriptor of it.
    bool is_about(const Step& step, std::size_t socket) const;
    /// The requirement that the setting stays as it was set.
    static std::string_view requirement_to_stay(Setting setting);
    /// The requirement that is broken when the setting of that socket is not as remembered after
    /// that step, which was taken; and when the step's call did not succeed or fail as it should.
    std::string_view requirement(const Step& step, std::size_t socket, Setting setting) const;
    std::string_view requirement_of_call(const Step& step) const;

    /// Whether the socket still has what it had: of one whose connection has ended, or never was,
    /// no document says that its times can be read.
    bool is_open(std::size_t socket) const;
    /// Where a stack may do something else with a setting than on a new socket: "listening",
    /// "connected", "datagram"; empty elsewhere.
    std::string_view place(std::size_t socket) const;
    /// The state of a socket, as a person reads it: "listening"; empty where there is none.
    std::string_view state(std::size_t socket) const;
    /// Steps taken.
    std::size_t steps() const noexcept { return steps_; }

private:
    enum class State { created, bound, listening, connected, refused };
    /// The sockets that have connected to a listener and were not accepted yet.
    struct Waiting {
        std::size_t client;
        bool listener_was_off;
    };
    /// What one or more descriptors stand for.
    struct Object {
        State state = State::created;
        bool is_stream = true;
        bool non_blocking = false;
        bool has_event = false;
        bool shut_send = false;
        bool shut_receive = false;
        bool peer_is_gone = false;
        bool is_accepted = false;
        bool wants_context = false;
        bool is_queued = false;
        bool was_sent_to = false;
        /// The descriptor that has made it.
        std::size_t maker = 0;
        std::size_t peer = no_object;
        std::size_t accepted_from = no_object;
        std::size_t incoming = 0;
        std::vector<Waiting> waiting;
        PerSetting<Remembered> remembered;
    };
    static constexpr std::size_t no_object = SIZE_MAX;

    const Object* find(std::size_t socket) const;
    Object& at(std::size_t socket) { return objects_[descriptors_[socket]]; }
    std::size_t listeners() const;
    bool allows_setting(const Object& object) const;
    void create(const Step& step);
    void accept(const Step& step, std::size_t into);
    void close(std::size_t socket);
    void set(const Step& step);

    Network network_;
    Defaults defaults_;
    std::array<std::size_t, walk_sockets> descriptors_ = filled();
    std::vector<Object> objects_;
    std::size_t steps_ = 0;
    bool was_refused_ = false;

    static constexpr std::array<std::size_t, walk_sockets> filled() {
        std::array<std::size_t, walk_sockets> all{};
        all.fill(no_object);
        return all;
    }
};

}  // namespace conformance
