#include "performance.hpp"

#include <array>

#include "loopback/accept_ex.hpp"
#include "loopback/connect_functions.hpp"
#include "keepalive/options.hpp"
#include "keepalive/switch.hpp"

namespace conformance {

using namespace parameters;

namespace {

constexpr std::uint32_t ms_per_s = 1000;
/// A level that no version of Windows has.
constexpr int unknown_level = 0x8000;

static_assert(static_cast<int>(StepKind::wsa_connect_by_name) -
                  static_cast<int>(StepKind::connect) ==
              static_cast<int>(ConnectBy::wsa_connect_by_name));

/// The functions have the same order in both.
ConnectBy function_of(StepKind kind) {
    return static_cast<ConnectBy>(static_cast<int>(kind) - static_cast<int>(StepKind::connect));
}

}  // namespace

Address Performance::loopback() const {
    return network_ == Network::dual_mode ? Address::mapped_loopback()
                                          : Address::loopback(family());
}

Socket Performance::stream_socket(Creation creation) const {
    auto socket = test_.stream_socket(family(), creation);
    if (network_ == Network::dual_mode) {
        require_success(socket.set(Option<>{IPPROTO_IPV6, IPV6_V6ONLY}, off));
    }
    return socket;
}

std::optional<CallResult> Performance::make(const Step& step) {
    auto& socket = sockets_[step.socket];
    if (!socket) {
        addresses_[step.socket] = std::make_shared<Address>(loopback());
    }
    switch (step.kind) {
        case StepKind::socket: socket.emplace(stream_socket(Creation::socket)); break;
        case StepKind::wsa_socket:
            socket.emplace(stream_socket(Creation::wsa_socket_overlapped));
            break;
        case StepKind::wsa_socket_non_overlapped:
            socket.emplace(stream_socket(Creation::wsa_socket_non_overlapped));
            break;
        case StepKind::datagram_socket: socket.emplace(test_.datagram_socket(family())); break;
        case StepKind::duplicate: duplicate(step); break;
        case StepKind::close:
            require_success(socket->close());
            socket.reset();
            break;
        case StepKind::bind: *addresses_[step.socket] = bind_to(*socket, loopback()); break;
        case StepKind::listen: require_success(winsock().listen(socket->handle(), 8)); break;
        case StepKind::connect_refused: connect_to_closed_port(*socket); break;
        case StepKind::accept: accept(step); break;
        case StepKind::accept_ex: accept_ex(step); break;
        case StepKind::update_accept_context: update_accept_context(at(step.other), *socket); break;
        case StepKind::send: {
            constexpr std::array<unsigned char, 8> bytes{};
            require_success(winsock().send(
                socket->handle(), std::span(bytes).first(step.variant == 0 ? 1 : bytes.size())));
            break;
        }
        case StepKind::receive: {
            std::array<unsigned char, 16> bytes{};
            await(*socket, "what was sent");
            require_success(winsock().recv(socket->handle(), bytes));
            break;
        }
        case StepKind::shutdown:
            require_success(winsock().shutdown(socket->handle(), step.variant));
            break;
        case StepKind::set_blocking:
            require_success(winsock().set_blocking(socket->handle(), step.variant == 0));
            break;
        case StepKind::bytes_available: winsock().bytes_available(socket->handle()); break;
        case StepKind::event_select:
            require_success(
                step.variant == 0
                    ? winsock().event_select(socket->handle(), event_.handle, FD_READ | FD_CLOSE)
                    : winsock().event_select(socket->handle(), nullptr, 0));
            break;
        case StepKind::set_other_option: set_other_option(step); break;
        case StepKind::get_other_option: {
            static constexpr std::array options{SO_ERROR, SO_TYPE, SO_RCVBUF};
            socket->get(Option<>{SOL_SOCKET, options[step.variant]});
            break;
        }
        case StepKind::socket_name: {
            auto name = loopback();
            winsock().getsockname(socket->handle(), name);
            break;
        }
        case StepKind::peer_name: {
            auto name = loopback();
            winsock().getpeername(socket->handle(), name);
            break;
        }
        default:
            if (sets_something(step.kind)) {
                return set(step);
            }
            connect(step);
    }
    return std::nullopt;
}

void Performance::duplicate(const Step& step) {
    WSAPROTOCOL_INFOW info{};
    require_success(winsock().duplicate(at(step.other).handle(), info));
    const auto made = winsock().wsa_socket_from(info);
    require_success(made);
    sockets_[step.socket].emplace(winsock(), static_cast<SOCKET>(made.value));
    addresses_[step.socket] = addresses_[step.other];
}

void Performance::connect(const Step& step) {
    connect_by(at(step.socket), *addresses_[step.other], function_of(step.kind));
}

void Performance::connect_to_closed_port(const Socket& socket) const {
    const auto reserved = stream_socket(Creation::socket);
    const auto closed_port = bind_to(reserved, loopback());
    if (!winsock().connect(socket.handle(), closed_port).failed) {
        throw Inconclusive("set-up: a connect to a closed port succeeded");
    }
}

void Performance::await(const Socket& socket, const char* what) const {
    const auto ready = winsock().select_readable(socket.handle(), setup_timeout());
    require_success(ready);
    if (ready.value == 0) {
        throw Inconclusive(std::string("set-up: ") + what + " did not arrive");
    }
}

void Performance::accept(const Step& step) {
    await(at(step.other), "a connection");
    const auto accepted = winsock().accept(at(step.other).handle());
    require_success(accepted);
    sockets_[step.socket].emplace(winsock(), static_cast<SOCKET>(accepted.value));
}

void Performance::accept_ex(const Step& step) {
    await(at(step.other), "a connection");
    accept_by_accept_ex(at(step.other), at(step.socket));
}

void Performance::set_other_option(const Step& step) const {
    using OtherSetting = std::pair<Option<>, std::uint32_t>;
    static constexpr std::array settings{
        OtherSetting{{IPPROTO_TCP, TCP_NODELAY}, 1}, OtherSetting{{IPPROTO_TCP, TCP_NODELAY}, 0},
        OtherSetting{{SOL_SOCKET, SO_SNDBUF}, 16384}, OtherSetting{{SOL_SOCKET, SO_OOBINLINE}, 1},
        OtherSetting{{SOL_SOCKET, SO_RCVBUF}, 32768}};
    const auto& [option, value] = settings[step.variant];
    at(step.socket).set(option, value);
}

CallResult Performance::set(const Step& step) const {
    const auto& socket = at(step.socket);
    const auto variant = step.variant;
    const auto option_from = [&](const void* value, int level, int length) {
        return winsock().setsockopt(socket.handle(), level, SO_KEEPALIVE, value, length);
    };
    // Calls that should be refused try to set the opposite of the likely value.
    const std::uint32_t asked = on;
    const tcp_keepalive vals{on, 11'000, 13'000};
    DWORD returned = 0;
    auto arguments = keepalive_vals(vals, returned);
    switch (step.kind) {
        case StepKind::set_keepalive: return socket.set(so_keepalive, switch_values[variant]);
        case StepKind::set_keepalive_long: return socket.set(so_keepalive, variant, 8);
        case StepKind::set_keepalive_vals: {
            const auto& values = vals_values[variant];
            return set_keepalive_vals(socket, values.onoff, values.time_s * ms_per_s,
                                      values.interval_s * ms_per_s);
        }
        case StepKind::set_idle: return socket.set(tcp_keepidle, idle_values[variant]);
        case StepKind::set_interval: return socket.set(tcp_keepintvl, interval_values[variant]);
        case StepKind::set_count: return socket.set(tcp_keepcnt, count_values[variant]);
        case StepKind::refused_empty: return option_from(&asked, SOL_SOCKET, 0);
        case StepKind::refused_short: return option_from(&asked, SOL_SOCKET, 3);
        case StepKind::refused_null: return option_from(nullptr, SOL_SOCKET, sizeof asked);
        case StepKind::refused_level: return option_from(&asked, unknown_level, sizeof asked);
        case StepKind::refused_vals_short:
            arguments.input_size = sizeof vals - 1;
            return socket.ioctl(arguments);
        case StepKind::refused_vals_null:
            arguments.input = nullptr;
            arguments.visible_input = {};
            return socket.ioctl(arguments);
        default: {
            std::array<unsigned char, sizeof vals> answer{};
            arguments.input = nullptr;
            arguments.visible_input = {};
            arguments.input_size = 0;
            arguments.output = answer.data();
            arguments.output_size = static_cast<DWORD>(answer.size());
            return socket.ioctl(arguments);
        }
    }
}

OptionResult Performance::read(std::size_t socket, Setting setting) const {
    switch (setting) {
        case Setting::keepalive: return at(socket).get(so_keepalive);
        case Setting::time: return at(socket).get(tcp_keepidle);
        case Setting::interval: return at(socket).get(tcp_keepintvl);
        case Setting::count: return at(socket).get(tcp_keepcnt);
    }
    throw std::logic_error("no such setting");
}

}  // namespace conformance
