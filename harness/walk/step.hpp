#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The largest number of sockets of a walk at a time.
inline constexpr std::size_t walk_sockets = 8;
/// The number of threads that make a walk's calls; number 0 is the row's own.
inline constexpr std::size_t walk_threads = 3;

/// The action of a step, named after its function or option.
enum class StepKind : std::uint8_t {
    socket,
    wsa_socket,
    wsa_socket_non_overlapped,
    datagram_socket,
    duplicate,
    close,
    bind,
    listen,
    connect,
    connect_asynchronous,
    wsa_connect,
    wsa_connect_asynchronous,
    connect_ex,
    wsa_connect_by_list,
    wsa_connect_by_name,
    connect_refused,
    accept,
    accept_ex,
    update_accept_context,
    send,
    receive,
    shutdown,
    set_blocking,
    bytes_available,
    event_select,
    set_other_option,
    get_other_option,
    socket_name,
    peer_name,
    set_keepalive,
    set_keepalive_long,
    set_keepalive_vals,
    set_idle,
    set_interval,
    set_count,
    refused_empty,
    refused_short,
    refused_null,
    refused_level,
    refused_vals_short,
    refused_vals_null,
    refused_vals_query,
};
inline constexpr std::size_t step_kind_count =
    static_cast<std::size_t>(StepKind::refused_vals_query) + 1;

constexpr bool creates(StepKind kind) {
    return kind <= StepKind::datagram_socket;
}
constexpr bool connects(StepKind kind) {
    return kind >= StepKind::connect && kind <= StepKind::wsa_connect_by_name;
}
/// Sets a setting, or is expected to be refused.
constexpr bool sets_something(StepKind kind) {
    return kind >= StepKind::set_keepalive;
}
constexpr bool is_refusal(StepKind kind) {
    return kind >= StepKind::refused_empty;
}
/// Uses SIO_KEEPALIVE_VALS, in any way.
constexpr bool is_vals(StepKind kind) {
    return kind == StepKind::set_keepalive_vals || kind >= StepKind::refused_vals_short;
}

/// The members of tcp_keepalive, the times in seconds.
struct Vals {
    std::uint32_t onoff;
    std::uint32_t time_s;
    std::uint32_t interval_s;
};

/// The arguments with which a kind is drawn: a step's `variant` is an index into them.
inline constexpr std::uint32_t switch_values[]{0, 1, 2, 0x100, 0x80000000, 0xFFFFFFFF};
inline constexpr Vals vals_values[]{{1, 5, 1},     {1, 60, 7}, {1, 7200, 1},
                                    {2, 3600, 30}, {0, 9, 3},  {0, 5, 1}};
inline constexpr std::uint32_t idle_values[]{5, 60, 7200, 1000};
inline constexpr std::uint32_t interval_values[]{1, 3, 75, 500};
inline constexpr std::uint32_t count_values[]{3, 10, 60, 200};

/// The properties of a kind.
struct StepKindInfo {
    /// Its name in texts: the function, or the option that it sets.
    std::string_view name;
    /// Its relative frequency.
    unsigned weight;
    /// The number of variants.
    unsigned variants = 1;
    /// It needs a second socket: the listener, or the one to duplicate.
    bool takes_other = false;
};
const StepKindInfo& info(StepKind kind);

/// One call of a walk, or a few calls that belong together.
struct Step {
    StepKind kind{};
    std::uint8_t socket = 0;
    std::uint8_t other = 0;
    std::uint8_t variant = 0;
    std::uint8_t thread = 0;
    /// It runs at the same time as the previous step.
    bool together = false;

    bool operator==(const Step&) const = default;
};

/// "connect #2 to #0", "TCP_KEEPIDLE of #1 to 5 s (thread 2)".
std::string to_text(const Step& step);
/// The steps with their numbers, in one line.
std::string to_text(std::span<const Step> steps);

}  // namespace conformance
