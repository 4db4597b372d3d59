// In which situation each step can be made.
#include <algorithm>

#include "walk/model.hpp"

namespace conformance {

namespace {

constexpr std::size_t most_listeners = 2;
/// One: which of several is accepted first is not said.
constexpr std::size_t most_waiting = 1;

}  // namespace

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
        // WSAConnectByName chooses the addresses itself, and WSAConnectByList's page asks for
        // mapped addresses in another form.
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
    // A stack may keep a part of the state per descriptor, so changes are made through the
    // descriptor that created the socket.
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
            // They want a socket that blocks and is not bound.
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
            // Unread data at close resets the connection.
            if (step.variant != 1 && object->was_sent_to) {
                return false;
            }
            return is_open && !object->shut_send && !object->shut_receive && !object->is_queued &&
                   !object->peer_is_gone;
        case StepKind::set_blocking: return !object->has_event;
        case StepKind::event_select:
            // An accepted socket would have the listener's event selection.
            return object->state != State::listening && (step.variant != 0) == object->has_event;
        case StepKind::socket_name: return object->state != State::created;
        case StepKind::peer_name: return is_open && !object->peer_is_gone;
        case StepKind::bytes_available: return is_open;
        case StepKind::set_other_option:
        case StepKind::get_other_option: return object->state != State::refused;
        default: return allows_setting(*object);
    }
}

}  // namespace conformance
