// The requirement that is broken when a step differs from the model.
#include "walk/model.hpp"

namespace conformance {

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
    return kind == own && !is_switch ? requirement_of_call(step) : stays;
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

}  // namespace conformance
