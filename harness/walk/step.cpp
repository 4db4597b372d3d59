#include "walk/step.hpp"

#include <array>
#include <iterator>

#include "walk/setting.hpp"

namespace conformance {

namespace {

constexpr unsigned count_of(std::size_t values) {
    return static_cast<unsigned>(values);
}

constexpr std::array<StepKindInfo, step_kind_count> step_kinds{{
    {"socket", 50},
    {"WSASocketW", 20},
    {"WSASocketW without the overlapped attribute", 12},
    {"datagram socket", 8},
    {"WSADuplicateSocketW", 20, 1, true},
    {"closesocket", 40},
    {"bind", 60},
    {"listen", 70},
    {"connect", 50, 1, true},
    {"connect-asynchronous", 25, 1, true},
    {"WSAConnect", 25, 1, true},
    {"WSAConnect-asynchronous", 15, 1, true},
    {"ConnectEx", 30, 1, true},
    {"WSAConnectByList", 20, 1, true},
    {"WSAConnectByName", 25, 1, true},
    {"refused connect", 12},
    {"accept", 160, 1, true},
    {"AcceptEx", 90, 1, true},
    {"SO_UPDATE_ACCEPT_CONTEXT", 200, 1, true},
    {"send", 40, 2},
    {"recv", 60},
    {"shutdown", 12, 3},
    {"ioctlsocket FIONBIO", 12, 2},
    {"ioctlsocket FIONREAD", 8},
    {"WSAEventSelect", 8, 2},
    {"another option", 30, 5},
    {"reading another option", 10, 3},
    {"getsockname", 8},
    {"getpeername", 8},
    {"SO_KEEPALIVE", 110, count_of(std::size(switch_values))},
    {"SO_KEEPALIVE with optlen 8", 20, 2},
    {"SIO_KEEPALIVE_VALS", 110, count_of(std::size(vals_values))},
    {"TCP_KEEPIDLE", 70, count_of(std::size(idle_values))},
    {"TCP_KEEPINTVL", 60, count_of(std::size(interval_values))},
    {"TCP_KEEPCNT", 60, count_of(std::size(count_values))},
    {"SO_KEEPALIVE with optlen 0", 10},
    {"SO_KEEPALIVE with optlen 3", 10},
    {"SO_KEEPALIVE from a null pointer", 10},
    {"SO_KEEPALIVE at an unknown level", 10},
    {"SIO_KEEPALIVE_VALS of 11 bytes", 10},
    {"SIO_KEEPALIVE_VALS from a null pointer", 10},
    {"SIO_KEEPALIVE_VALS as a query", 10},
}};

std::string argument(const Step& step) {
    const auto variant = step.variant;
    switch (step.kind) {
        case StepKind::set_keepalive: return " to " + std::to_string(switch_values[variant]);
        case StepKind::set_keepalive_long: return " to " + std::to_string(variant);
        case StepKind::set_keepalive_vals: {
            const auto& vals = vals_values[variant];
            return " to {" + std::to_string(vals.onoff) + ", " + std::to_string(vals.time_s) +
                   " s, " + std::to_string(vals.interval_s) + " s}";
        }
        case StepKind::set_idle: return " to " + to_text(Setting::time, idle_values[variant]);
        case StepKind::set_interval:
            return " to " + to_text(Setting::interval, interval_values[variant]);
        case StepKind::set_count: return " to " + to_text(Setting::count, count_values[variant]);
        case StepKind::shutdown: {
            static constexpr std::array how{" SD_RECEIVE", " SD_SEND", " SD_BOTH"};
            return how[variant];
        }
        case StepKind::set_blocking: return variant == 0 ? " blocking" : " non-blocking";
        case StepKind::event_select: return variant == 0 ? "" : " none";
        default: return {};
    }
}

std::string number(std::size_t socket) {
    return "#" + std::to_string(socket);
}

}  // namespace

const StepKindInfo& info(StepKind kind) {
    return step_kinds[static_cast<std::size_t>(kind)];
}

std::string to_text(const Step& step) {
    const auto kind = step.kind;
    std::string text(info(kind).name);
    text += (sets_something(kind) ? " of " : " ") + number(step.socket) + argument(step);
    if (info(kind).takes_other) {
        text += (connects(kind) ? " to " : " from ") + number(step.other);
    }
    if (step.thread != 0) {
        text += ", thread " + std::to_string(step.thread);
    }
    return text + (step.together ? ", at the same time" : "");
}

std::string to_text(std::span<const Step> steps) {
    std::string text;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        text += (i == 0 ? "" : "; ") + std::to_string(i + 1) + ". " + to_text(steps[i]);
    }
    return text;
}

}  // namespace conformance
