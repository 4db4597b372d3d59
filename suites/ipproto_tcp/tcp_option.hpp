#pragma once

#include <array>

#include "cases/common_parameters.hpp"
#include "keepalive/options.hpp"

namespace conformance {

/// The keep-alive options of the level IPPROTO_TCP. TCP_KEEPALIVE and TCP_KEEPIDLE are the same
/// option.
enum class TcpOption { keepalive, keepintvl, keepcnt };

inline std::string to_text(TcpOption option) {
    static constexpr std::array<const char*, 3> names{"TCP_KEEPALIVE", "TCP_KEEPINTVL",
                                                      "TCP_KEEPCNT"};
    return names[static_cast<std::size_t>(option)];
}

inline Option<std::uint32_t> option_of(TcpOption option) {
    static constexpr std::array options{tcp_keepidle, tcp_keepintvl, tcp_keepcnt};
    return options[static_cast<std::size_t>(option)];
}

/// The first version that has the option: 6.1 accepts number 3 (TCP_KEEPIDLE is documented from
/// 10.0.16299 on), 10.0.15063 TCP_KEEPCNT, 10.0.16299 TCP_KEEPINTVL ("IPPROTO_TCP socket options").
inline NtVersion first_version(TcpOption option) {
    static constexpr std::array versions{NtVersion{6, 1, 0}, NtVersion{10, 0, 16299},
                                         NtVersion{10, 0, 15063}};
    return versions[static_cast<std::size_t>(option)];
}

inline const Parameter<TcpOption> tcp_option("option", {TcpOption::keepalive, TcpOption::keepintvl,
                                                        TcpOption::keepcnt});
/// Seconds or counts, in decimal.
struct Count {
    std::uint32_t value;
};

inline std::string to_text(Count count) {
    return std::to_string(count.value);
}

inline CallResult set_tcp(const Socket& socket, TcpOption option, std::uint32_t to,
                          int length = sizeof(DWORD)) {
    return socket.set(option_of(option), to, length);
}

inline OptionResult get_tcp(const Socket& socket, TcpOption option, int length = sizeof(DWORD),
                            std::size_t size = sizeof(DWORD)) {
    return socket.get(option_of(option), length, size);
}

/// Sets the option and checks that it is read back; otherwise the row's observation proves nothing.
/// Called after the row's check, so that a wrong answer fails. Throws Inconclusive.
inline void require_tcp(const Socket& socket, TcpOption option, std::uint32_t to) {
    require_success(set_tcp(socket, option, to));
    const auto read = get_tcp(socket, option);
    require_success(read.call);
    if (read.dword() != to) {
        throw Inconclusive(to_text(option) + " is not read back as it was set");
    }
}

}  // namespace conformance
