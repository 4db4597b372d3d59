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

/// The addresses of a walk's connections: those of one family, or IPv4 addresses with AF_INET6
/// sockets whose IPV6_V6ONLY is 0.
enum class Network { ipv4, ipv6, dual_mode };

/// "ipv4", "ipv6", "dual-mode".
std::string to_text(Network network);

/// The expected value of a setting.
struct Remembered {
    /// Nothing when the documents leave it open: then the first reading counts.
    std::optional<std::uint32_t> value;
    /// The source of the value: "TCP_KEEPIDLE", "a new socket".
    std::string_view by;
    /// The number of the step that set it, from 1.
    std::size_t step = 0;
};

/// The settings that connections keep according to the documents, and the effect of each call. The
/// model does not depend on the answers of a provider, so a walk is the same on each.
class Model {
public:
    /// `defaults` are the settings of a new socket.
    Model(Network network, const Defaults& defaults) : network_(network), defaults_(defaults) {}

    /// Whether the step can be made now without blocking and with a documented answer.
    bool allows(const Step& step) const;
    /// Whether its call is expected to fail, so that the setting stays.
    bool is_refused(const Step& step) const;
    /// Applies the step, which has to be allowed.
    void take(const Step& step);

    /// The open stream sockets; only their settings are read.
    std::vector<std::size_t> readable_sockets() const;
    const Remembered& remembered(std::size_t socket, Setting setting) const;
    /// Takes the value that was read of a setting that the documents leave open.
    void learn(std::size_t socket, Setting setting, std::uint32_t value);

    /// Whether the step uses that socket, also through another descriptor.
    bool is_about(const Step& step, std::size_t socket) const;
    /// The requirement that the setting keeps its value.
    static std::string_view requirement_to_stay(Setting setting);
    /// The requirement that is broken when the setting of that socket has another value after that
    /// step, which was applied; and the one that is broken when the step's call does not succeed or
    /// fail as expected.
    std::string_view requirement(const Step& step, std::size_t socket, Setting setting) const;
    std::string_view requirement_of_call(const Step& step) const;

    /// Whether the socket's settings can be read: no document says so for the times of a socket
    /// without a connection or whose connection has ended.
    bool is_open(std::size_t socket) const;
    /// A state in which a stack may treat a setting differently than on a new socket: "listening",
    /// "connected", "datagram"; otherwise empty.
    std::string_view place(std::size_t socket) const;
    /// The state of a socket as text: "listening"; empty when there is none.
    std::string_view state(std::size_t socket) const;
    /// The number of steps so far.
    std::size_t steps() const noexcept { return steps_; }

private:
    enum class State { created, bound, listening, connected, refused };
    /// The sockets that have connected to a listener and are not accepted yet.
    struct Waiting {
        std::size_t client;
        bool listener_was_off;
    };
    /// A socket, to which one or more descriptors refer.
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
        /// The descriptor that created it.
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
