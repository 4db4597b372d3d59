#include "record/constant_names.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/text.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

namespace {

struct Named {
    std::int64_t value;
    std::string_view name;
};

std::string name_of(std::int64_t value, std::span<const Named> names) {
    const auto found = std::ranges::find(names, value, &Named::value);
    return found == names.end() ? std::to_string(value) : std::string(found->name);
}

}  // namespace

std::string level_name(std::int64_t level) {
    static constexpr std::array names{
        Named{SOL_SOCKET, "SOL_SOCKET"},     Named{IPPROTO_IP, "IPPROTO_IP"},
        Named{IPPROTO_TCP, "IPPROTO_TCP"},   Named{IPPROTO_UDP, "IPPROTO_UDP"},
        Named{IPPROTO_IPV6, "IPPROTO_IPV6"},
    };
    return name_of(level, names);
}

std::string option_name(std::int64_t level, std::int64_t option) {
    static constexpr std::array socket_options{
        Named{SO_KEEPALIVE, "SO_KEEPALIVE"},
        Named{SO_RCVTIMEO, "SO_RCVTIMEO"},
        Named{SO_CONDITIONAL_ACCEPT, "SO_CONDITIONAL_ACCEPT"},
        Named{SO_UPDATE_CONNECT_CONTEXT, "SO_UPDATE_CONNECT_CONTEXT"},
        Named{SO_ERROR, "SO_ERROR"},
        Named{SO_LINGER, "SO_LINGER"},
        Named{SO_DONTLINGER, "SO_DONTLINGER"},
    };
    static constexpr std::array tcp_options{
        Named{TCP_NODELAY, "TCP_NODELAY"},
        // From ws2ipdef.h of the Windows SDK 10.0.16299; mingw-w64's headers lack them.
        Named{3, "TCP_KEEPIDLE"},
        Named{16, "TCP_KEEPCNT"},
        Named{17, "TCP_KEEPINTVL"},
    };
    if (level == SOL_SOCKET) {
        return name_of(option, socket_options);
    }
    return level == IPPROTO_TCP ? name_of(option, tcp_options) : std::to_string(option);
}

std::string family_name(std::int64_t family) {
    static constexpr std::array names{
        Named{AF_INET, "AF_INET"}, Named{AF_INET6, "AF_INET6"}, Named{AF_UNSPEC, "AF_UNSPEC"},
        Named{AF_UNIX, "AF_UNIX"}, Named{AF_BTH, "AF_BTH"},
    };
    return name_of(family, names);
}

std::string socket_type_name(std::int64_t type) {
    static constexpr std::array names{
        Named{SOCK_STREAM, "SOCK_STREAM"},
        Named{SOCK_DGRAM, "SOCK_DGRAM"},
        Named{SOCK_RAW, "SOCK_RAW"},
    };
    return name_of(type, names);
}

std::string protocol_name(std::int64_t protocol) {
    static constexpr std::array names{
        Named{IPPROTO_TCP, "IPPROTO_TCP"},   Named{IPPROTO_UDP, "IPPROTO_UDP"},
        Named{IPPROTO_ICMP, "IPPROTO_ICMP"}, Named{IPPROTO_ICMPV6, "IPPROTO_ICMPV6"},
        Named{IPPROTO_RAW, "IPPROTO_RAW"},
    };
    return name_of(protocol, names);
}

std::string ioctl_name(std::int64_t code) {
    static constexpr std::array names{
        Named{SIO_KEEPALIVE_VALS, "SIO_KEEPALIVE_VALS"},
        Named{SIO_FLUSH, "SIO_FLUSH"},
        Named{SIO_GET_EXTENSION_FUNCTION_POINTER, "SIO_GET_EXTENSION_FUNCTION_POINTER"},
        Named{static_cast<std::int64_t>(static_cast<std::uint32_t>(FIONBIO)), "FIONBIO"},
    };
    const auto found = std::ranges::find(names, code, &Named::value);
    if (found != names.end()) {
        return std::string(found->name);
    }
    return hexadecimal(static_cast<std::uint32_t>(code), 8);
}

std::string wsk_request_name(std::int64_t request) {
    switch (request) {
        case 0: return "WskSetOption";
        case 1: return "WskGetOption";
        case 2: return "WskIoctl";
        default: return std::to_string(request);
    }
}

}  // namespace conformance
