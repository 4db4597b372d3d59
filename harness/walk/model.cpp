#include "walk/model.hpp"

#include <algorithm>
#include <utility>

namespace conformance {

namespace {

/// The most bytes that a recv requests.
constexpr std::size_t receive_bytes = 16;

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

bool Model::is_refused(const Step& step) const {
    const auto* object = find(step.socket);
    return is_refusal(step.kind) ||
           (sets_something(step.kind) && object != nullptr && !object->is_stream);
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
    // The documents describe the switch of an accepted socket only for Winsock Kernel with a
    // listener that has it on, and do not mention the other settings.
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
