#include "walk/model.hpp"

#include <algorithm>

namespace conformance {

namespace {

constexpr std::size_t most_listeners = 2;
/// One: which of several is accepted first is not said.
constexpr std::size_t most_waiting = 1;
/// What recv asks for at most.
constexpr std::size_t receive_bytes = 16;

bool creates(StepKind kind) {
    return kind <= StepKind::datagram_socket;
}

bool connects(StepKind kind) {
    return kind >= StepKind::connect && kind <= StepKind::wsa_connect_by_name;
}

bool is_vals(StepKind kind) {
    return kind == StepKind::set_keepalive_vals || kind >= StepKind::refused_vals_short;
}

bool is_refusal(StepKind kind) {
    return kind >= StepKind::refused_empty;
}

bool sets(StepKind kind) {
    return kind >= StepKind::set_keepalive;
}

bool is_tcp_option(StepKind kind) {
    return kind >= StepKind::set_idle && kind <= StepKind::set_count;
}

Remembered unknown(std::string_view by, std::size_t step) {
    return {std::nullopt, by, step};
}

}  // namespace

std::string to_text(Network network) {
    switch (network) {
        case Network::ipv4: return "ipv4";
        case Network::ipv6: return "ipv6";
        case Network::dual_mode: return "dual-mode";
    }
    return {};
}

const Model::Object* Model::find(std::size_t socket) const {
    const auto object = descriptors_[socket];
    return object == no_object ? nullptr : &objects_[object];
}

std::size_t Model::listeners() const {
    return static_cast<std::size_t>(std::ranges::count_if(descriptors_, [&](std::size_t object) {
        return object != no_object && objects_[object].state == State::listening;
    }));
}

/// The control code on a socket whose connection has ended is answered as a stack likes
/// (sio-keepalive-vals.states), so nothing is set there.
bool Model::allows_setting(const Object& object) const {
    const bool peer_ends = object.peer != no_object && objects_[object.peer].shut_send;
    return !peer_ends && object.state != State::refused && !object.shut_send &&
           !object.shut_receive && !object.peer_is_gone && !object.wants_context;
}

bool Model::allows(const Step& step) const {
    const auto* object = find(step.socket);
    const auto kind = step.kind;
    if (creates(kind)) {
        return object == nullptr;
    }
    const auto* other =
        info(kind).takes_other && step.other != step.socket ? find(step.other) : nullptr;
    if (info(kind).takes_other && (other == nullptr || !other->is_stream)) {
        return false;
    }
    if (kind == StepKind::duplicate) {
        return object == nullptr;
    }
    if (other != nullptr && other->maker != step.other) {
        return false;
    }
    if (network_ == Network::dual_mode &&
        (kind == StepKind::wsa_connect_by_list || kind == StepKind::wsa_connect_by_name)) {
        // WSAConnectByName makes its own choice of addresses, and WSAConnectByList's page wants
        // mapped ones in a form of its own.
        return false;
    }
    if (kind == StepKind::accept) {
        return object == nullptr && !other->waiting.empty();
    }
    if (object == nullptr) {
        return false;
    }
    if (!object->is_stream) {
        return kind == StepKind::close || kind == StepKind::set_keepalive ||
               kind == StepKind::set_keepalive_vals;
    }
    // Where a stack keeps a part of the state is its own affair: what changes it comes by the
    // descriptor that has made the socket.
    const bool changes_state =
        (kind >= StepKind::bind && kind <= StepKind::update_accept_context) ||
        kind == StepKind::shutdown || kind == StepKind::set_blocking ||
        kind == StepKind::event_select;
    if (changes_state && object->maker != step.socket) {
        return false;
    }
    const bool is_new = object->state == State::created && !object->has_event;
    const bool is_open = object->state == State::connected && !object->wants_context;
    switch (kind) {
        case StepKind::close: return !object->is_queued && object->waiting.empty();
        case StepKind::bind: return is_new;
        case StepKind::listen:
            return object->state == State::bound && !object->has_event &&
                   listeners() < most_listeners;
        case StepKind::connect:
        case StepKind::wsa_connect:
        case StepKind::connect_asynchronous:
        case StepKind::wsa_connect_asynchronous:
            if (object->has_event || other->state != State::listening ||
                other->waiting.size() >= most_waiting) {
                return false;
            }
            return object->state == State::created || object->state == State::bound;
        case StepKind::connect_ex:
        case StepKind::wsa_connect_by_list:
        case StepKind::wsa_connect_by_name:
            // They want a socket that blocks, and one bound by nobody.
            return is_new && !object->non_blocking && other->state == State::listening &&
                   other->waiting.size() < most_waiting;
        case StepKind::connect_refused: return is_new && !was_refused_ && !object->non_blocking;
        case StepKind::accept_ex: return is_new && !other->waiting.empty();
        case StepKind::update_accept_context:
            return object->wants_context && !object->peer_is_gone &&
                   object->accepted_from == descriptors_[step.other];
        case StepKind::send:
            return is_open && !object->shut_send && !object->peer_is_gone &&
                   object->peer != no_object && !objects_[object->peer].shut_receive;
        case StepKind::receive:
            // A peer that closes before it has read everything resets the connection.
            return is_open && !object->shut_receive && !object->peer_is_gone &&
                   object->incoming != 0;
        case StepKind::shutdown:
            // Data that nobody reads any more resets the connection.
            if (step.variant != 1 && object->was_sent_to) {
                return false;
            }
            return is_open && !object->shut_send && !object->shut_receive && !object->is_queued &&
                   !object->peer_is_gone;
        case StepKind::set_blocking: return !object->has_event;
        case StepKind::event_select:
            // What is accepted would have the listener's events.
            return object->state != State::listening && (step.variant != 0) == object->has_event;
        case StepKind::socket_name: return object->state != State::created;
        case StepKind::peer_name: return is_open && !object->peer_is_gone;
        case StepKind::bytes_available: return is_open;
        case StepKind::set_other_option:
        case StepKind::get_other_option: return object->state != State::refused;
        default: return allows_setting(*object);
    }
}

bool Model::is_refused(const Step& step) const {
    const auto* object = find(step.socket);
    return is_refusal(step.kind) || (sets(step.kind) && object != nullptr && !object->is_stream);
}

void Model::create(const Step& step) {
    Object object;
    object.is_stream = step.kind != StepKind::datagram_socket;
    object.maker = step.socket;
    for (const auto setting : all_settings) {
        object.remembered[setting] = {defaults_[setting], "a new socket", steps_};
    }
    descriptors_[step.socket] = objects_.size();
    objects_.push_back(std::move(object));
}

void Model::accept(const Step& step, std::size_t into) {
    auto& listener = at(step.other);
    const auto waiting = listener.waiting.front();
    listener.waiting.erase(listener.waiting.begin());
    auto& object = objects_[into];
    auto& client = objects_[waiting.client];
    object.state = State::connected;
    object.is_accepted = true;
    object.non_blocking = object.non_blocking || listener.non_blocking;
    object.peer = waiting.client;
    object.accepted_from = descriptors_[step.other];
    object.peer_is_gone = client.peer_is_gone;
    client.peer = into;
    client.is_queued = false;
    // Only for Winsock Kernel do the documents say what an accepted socket has of a listener that
    // has the option on, and nothing at all of the rest.
    const auto is_off = [](const Object& of) {
        return of.remembered[Setting::keepalive].value == std::uint32_t{0};
    };
    const bool was_off = waiting.listener_was_off && is_off(listener) &&
                         (step.kind == StepKind::accept || is_off(object));
    for (const auto setting : all_settings) {
        object.remembered[setting] = unknown(info(step.kind).name, steps_);
    }
    if (was_off) {
        object.remembered[Setting::keepalive].value = 0;
    }
}

void Model::close(std::size_t socket) {
    const auto closed = descriptors_[socket];
    descriptors_[socket] = no_object;
    if (objects_[closed].maker == socket) {
        // Another descriptor may get the number.
        objects_[closed].maker = no_object;
    }
    if (std::ranges::find(descriptors_, closed) == descriptors_.end() &&
        objects_[closed].peer != no_object) {
        objects_[objects_[closed].peer].peer_is_gone = true;
    }
}

void Model::set(const Step& step) {
    auto& remembered = at(step.socket).remembered;
    const auto by = info(step.kind).name;
    switch (step.kind) {
        case StepKind::set_keepalive:
            remembered[Setting::keepalive] = {switch_values[step.variant] != 0, by, steps_};
            return;
        case StepKind::set_keepalive_long:
            remembered[Setting::keepalive] = {step.variant, by, steps_};
            return;
        case StepKind::set_keepalive_vals: {
            const auto& vals = vals_values[step.variant];
            remembered[Setting::keepalive] = {vals.onoff != 0, by, steps_};
            if (vals.onoff != 0) {
                remembered[Setting::time] = {vals.time_s, by, steps_};
                remembered[Setting::interval] = {vals.interval_s, by, steps_};
            }
            return;
        }
        case StepKind::set_idle:
            remembered[Setting::time] = {idle_values[step.variant], by, steps_};
            return;
        case StepKind::set_interval:
            remembered[Setting::interval] = {interval_values[step.variant], by, steps_};
            return;
        case StepKind::set_count:
            remembered[Setting::count] = {count_values[step.variant], by, steps_};
            return;
        default: return;
    }
}

void Model::take(const Step& step) {
    ++steps_;
    const auto kind = step.kind;
    if (creates(kind)) {
        create(step);
        return;
    }
    if (kind == StepKind::duplicate) {
        descriptors_[step.socket] = descriptors_[step.other];
        return;
    }
    if (kind == StepKind::accept) {
        descriptors_[step.socket] = objects_.size();
        objects_.emplace_back().maker = step.socket;
        accept(step, descriptors_[step.socket]);
        return;
    }
    if (kind == StepKind::close) {
        close(step.socket);
        return;
    }
    if (is_refused(step)) {
        return;
    }
    auto& object = at(step.socket);
    if (connects(kind)) {
        object.state = State::connected;
        object.is_queued = true;
        object.non_blocking = object.non_blocking || kind == StepKind::connect_asynchronous ||
                              kind == StepKind::wsa_connect_asynchronous;
        auto& listener = at(step.other);
        listener.waiting.push_back(
            {descriptors_[step.socket],
             listener.remembered[Setting::keepalive].value == std::uint32_t{0}});
        return;
    }
    switch (kind) {
        case StepKind::bind: object.state = State::bound; return;
        case StepKind::listen: object.state = State::listening; return;
        case StepKind::connect_refused:
            object.state = State::refused;
            was_refused_ = true;
            return;
        case StepKind::accept_ex:
            accept(step, descriptors_[step.socket]);
            at(step.socket).wants_context = true;
            return;
        case StepKind::update_accept_context:
            object.wants_context = false;
            for (const auto setting : all_settings) {
                object.remembered[setting] = unknown("SO_UPDATE_ACCEPT_CONTEXT", steps_);
            }
            return;
        case StepKind::send:
            objects_[object.peer].incoming += step.variant == 0 ? 1 : 8;
            objects_[object.peer].was_sent_to = true;
            return;
        case StepKind::receive: object.incoming -= std::min(object.incoming, receive_bytes); return;
        case StepKind::shutdown:
            object.shut_receive = step.variant != 1;
            object.shut_send = step.variant != 0;
            return;
        case StepKind::set_blocking: object.non_blocking = step.variant != 0; return;
        case StepKind::event_select:
            object.has_event = step.variant == 0;
            object.non_blocking = true;
            return;
        default: set(step); return;
    }
}

std::vector<std::size_t> Model::readable_sockets() const {
    std::vector<std::size_t> sockets;
    for (std::size_t i = 0; i < walk_sockets; ++i) {
        const auto* object = find(i);
        if (object != nullptr && object->is_stream) {
            sockets.push_back(i);
        }
    }
    return sockets;
}

const Remembered& Model::remembered(std::size_t socket, Setting setting) const {
    return find(socket)->remembered[setting];
}

void Model::learn(std::size_t socket, Setting setting, std::uint32_t value) {
    at(socket).remembered[setting].value = value;
}

bool Model::is_about(const Step& step, std::size_t socket) const {
    return descriptors_[step.socket] != no_object &&
           descriptors_[step.socket] == descriptors_[socket];
}

std::string_view Model::requirement_to_stay(Setting setting) {
    switch (setting) {
        case Setting::keepalive: return "so-keepalive.stays-as-set";
        case Setting::count: return "ipproto-tcp.stays-as-set";
        default: return "sio-keepalive-vals.times-stay";
    }
}

std::string_view Model::requirement(const Step& step, std::size_t socket, Setting setting) const {
    const auto kind = step.kind;
    const bool is_switch = setting == Setting::keepalive;
    const auto stays = requirement_to_stay(setting);
    if (!is_about(step, socket)) {
        return is_vals(kind) && setting != Setting::count ? "sio-keepalive-vals.per-connection"
                                                          : stays;
    }
    if (creates(kind)) {
        return is_switch ? "so-keepalive.default-off" : "ipproto-tcp.defaults";
    }
    if (connects(kind) && is_switch) {
        return "so-keepalive.holds-over-connect";
    }
    if (kind == StepKind::accept && is_switch) {
        return "so-keepalive.default-off";
    }
    if (is_refusal(kind)) {
        return is_vals(kind) ? "sio-keepalive-vals.refused-keeps-setting"
               : is_switch   ? "so-keepalive.failure-keeps-value"
                             : stays;
    }
    if (kind == StepKind::set_keepalive || kind == StepKind::set_keepalive_long) {
        return is_switch                   ? "so-keepalive.set"
               : setting == Setting::count ? stays
                                           : "sio-keepalive-vals.values-stay";
    }
    if (kind == StepKind::set_keepalive_vals && setting != Setting::count) {
        return is_switch ? "sio-keepalive-vals.onoff" : "ipproto-tcp.agrees-with-ioctl";
    }
    const auto own = setting == Setting::time       ? StepKind::set_idle
                     : setting == Setting::interval ? StepKind::set_interval
                                                    : StepKind::set_count;
    return is_tcp_option(kind) && kind == own && !is_switch ? requirement_of_call(step) : stays;
}

std::string_view Model::requirement_of_call(const Step& step) const {
    const auto* object = find(step.socket);
    if (object != nullptr && !object->is_stream) {
        return is_vals(step.kind) ? "sio-keepalive-vals.enoprotoopt"
                                  : "so-keepalive.enoprotoopt-family";
    }
    switch (step.kind) {
        case StepKind::set_keepalive: return "so-keepalive.set";
        case StepKind::set_keepalive_long: return "so-keepalive.optlen-dword";
        case StepKind::set_keepalive_vals: return "sio-keepalive-vals.wsaioctl";
        case StepKind::set_idle: return "ipproto-tcp.keepalive";
        case StepKind::set_interval: return "ipproto-tcp.keepintvl";
        case StepKind::set_count: return "ipproto-tcp.keepcnt";
        case StepKind::refused_empty:
        case StepKind::refused_short: return "so-keepalive.efault-short-optlen";
        case StepKind::refused_null: return "so-keepalive.efault-memory";
        case StepKind::refused_level: return "so-keepalive.einval-level";
        case StepKind::refused_vals_null: return "sio-keepalive-vals.efault-input";
        case StepKind::refused_vals_short:
        case StepKind::refused_vals_query: return "sio-keepalive-vals.in-size";
        default: return {};
    }
}

bool Model::is_open(std::size_t socket) const {
    const auto* object = find(socket);
    return object->state != State::refused && !object->peer_is_gone &&
           !(object->shut_send && object->shut_receive);
}

std::string_view Model::place(std::size_t socket) const {
    const auto* object = find(socket);
    if (object == nullptr) {
        return "";
    }
    if (!object->is_stream) {
        return "datagram";
    }
    switch (object->state) {
        case State::created:
        case State::bound: return "";
        case State::listening: return "listening";
        default: return "connected";
    }
}

std::string_view Model::state(std::size_t socket) const {
    const auto* object = find(socket);
    if (object == nullptr) {
        return {};
    }
    if (!object->is_stream) {
        return "datagram";
    }
    if (std::ranges::count(descriptors_, descriptors_[socket]) > 1) {
        return "duplicated";
    }
    switch (object->state) {
        case State::created: return "new";
        case State::bound: return "bound";
        case State::listening: return "listening";
        case State::refused: return "refused";
        case State::connected: break;
    }
    if (object->wants_context) {
        return "accepted without context";
    }
    if (object->shut_send || object->shut_receive) {
        return "shut down";
    }
    if (object->peer_is_gone) {
        return "left by its peer";
    }
    return object->is_queued     ? "waiting for accept"
           : object->is_accepted ? "accepted"
                                 : "connected";
}

}  // namespace conformance
