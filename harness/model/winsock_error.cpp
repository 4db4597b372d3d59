#include "model/winsock_error.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/text.hpp"

namespace conformance {

namespace {

struct Named {
    unsigned long code;
    std::string_view name;
};

constexpr std::array winsock_errors{
    Named{6, "WSA_INVALID_HANDLE"},
    Named{8, "WSA_NOT_ENOUGH_MEMORY"},
    Named{87, "WSA_INVALID_PARAMETER"},
    Named{995, "WSA_OPERATION_ABORTED"},
    Named{996, "WSA_IO_INCOMPLETE"},
    Named{997, "WSA_IO_PENDING"},
    Named{10004, "WSAEINTR"},
    Named{10009, "WSAEBADF"},
    Named{10013, "WSAEACCES"},
    Named{10014, "WSAEFAULT"},
    Named{10022, "WSAEINVAL"},
    Named{10024, "WSAEMFILE"},
    Named{10035, "WSAEWOULDBLOCK"},
    Named{10036, "WSAEINPROGRESS"},
    Named{10037, "WSAEALREADY"},
    Named{10038, "WSAENOTSOCK"},
    Named{10039, "WSAEDESTADDRREQ"},
    Named{10040, "WSAEMSGSIZE"},
    Named{10041, "WSAEPROTOTYPE"},
    Named{10042, "WSAENOPROTOOPT"},
    Named{10043, "WSAEPROTONOSUPPORT"},
    Named{10044, "WSAESOCKTNOSUPPORT"},
    Named{10045, "WSAEOPNOTSUPP"},
    Named{10046, "WSAEPFNOSUPPORT"},
    Named{10047, "WSAEAFNOSUPPORT"},
    Named{10048, "WSAEADDRINUSE"},
    Named{10049, "WSAEADDRNOTAVAIL"},
    Named{10050, "WSAENETDOWN"},
    Named{10051, "WSAENETUNREACH"},
    Named{10052, "WSAENETRESET"},
    Named{10053, "WSAECONNABORTED"},
    Named{10054, "WSAECONNRESET"},
    Named{10055, "WSAENOBUFS"},
    Named{10056, "WSAEISCONN"},
    Named{10057, "WSAENOTCONN"},
    Named{10058, "WSAESHUTDOWN"},
    Named{10060, "WSAETIMEDOUT"},
    Named{10061, "WSAECONNREFUSED"},
    Named{10064, "WSAEHOSTDOWN"},
    Named{10065, "WSAEHOSTUNREACH"},
    Named{10067, "WSAEPROCLIM"},
    Named{10091, "WSASYSNOTREADY"},
    Named{10092, "WSAVERNOTSUPPORTED"},
    Named{10093, "WSANOTINITIALISED"},
    Named{10101, "WSAEDISCON"},
    Named{10104, "WSAEINVALIDPROCTABLE"},
    Named{10105, "WSAEINVALIDPROVIDER"},
    Named{10106, "WSAEPROVIDERFAILEDINIT"},
    Named{10107, "WSASYSCALLFAILURE"},
    Named{10108, "WSASERVICE_NOT_FOUND"},
    Named{10109, "WSATYPE_NOT_FOUND"},
    Named{11001, "WSAHOST_NOT_FOUND"},
    Named{11002, "WSATRY_AGAIN"},
    Named{11003, "WSANO_RECOVERY"},
    Named{11004, "WSANO_DATA"},
};

constexpr std::array statuses{
    Named{0x00000000, "STATUS_SUCCESS"},
    Named{0x00000102, "STATUS_TIMEOUT"},
    Named{0x00000103, "STATUS_PENDING"},
    Named{0x80000005, "STATUS_BUFFER_OVERFLOW"},
    Named{0xC0000001, "STATUS_UNSUCCESSFUL"},
    Named{0xC0000002, "STATUS_NOT_IMPLEMENTED"},
    Named{0xC0000004, "STATUS_INFO_LENGTH_MISMATCH"},
    Named{0xC0000005, "STATUS_ACCESS_VIOLATION"},
    Named{0xC0000008, "STATUS_INVALID_HANDLE"},
    Named{0xC000000D, "STATUS_INVALID_PARAMETER"},
    Named{0xC0000010, "STATUS_INVALID_DEVICE_REQUEST"},
    Named{0xC0000017, "STATUS_NO_MEMORY"},
    Named{0xC0000022, "STATUS_ACCESS_DENIED"},
    Named{0xC0000023, "STATUS_BUFFER_TOO_SMALL"},
    Named{0xC000009A, "STATUS_INSUFFICIENT_RESOURCES"},
    Named{0xC00000B5, "STATUS_IO_TIMEOUT"},
    Named{0xC00000BB, "STATUS_NOT_SUPPORTED"},
    Named{0xC0000120, "STATUS_CANCELLED"},
    Named{0xC0000140, "STATUS_INVALID_CONNECTION"},
    Named{0xC0000184, "STATUS_INVALID_DEVICE_STATE"},
    Named{0xC0000206, "STATUS_INVALID_BUFFER_SIZE"},
    Named{0xC0000207, "STATUS_INVALID_ADDRESS_COMPONENT"},
    Named{0xC0000209, "STATUS_TOO_MANY_ADDRESSES"},
    Named{0xC000020A, "STATUS_ADDRESS_ALREADY_EXISTS"},
    Named{0xC000020B, "STATUS_ADDRESS_CLOSED"},
    Named{0xC000020C, "STATUS_CONNECTION_DISCONNECTED"},
    Named{0xC000020D, "STATUS_CONNECTION_RESET"},
    Named{0xC0000236, "STATUS_CONNECTION_REFUSED"},
    Named{0xC000023C, "STATUS_NETWORK_UNREACHABLE"},
    Named{0xC0000241, "STATUS_CONNECTION_ABORTED"},
};

constexpr std::array exit_codes{
    Named{0x40010005, "Ctrl+C"},
    Named{0x80000001, "guard page violation"},
    Named{0x80000003, "breakpoint"},
    Named{0xC0000005, "access violation"},
    Named{0xC0000006, "in-page error"},
    Named{0xC000001D, "illegal instruction"},
    Named{0xC0000094, "integer division by zero"},
    Named{0xC0000096, "privileged instruction"},
    Named{0xC00000FD, "stack overflow"},
    Named{0xC000013A, "Ctrl+C"},
    Named{0xC0000374, "heap corruption"},
    Named{0xC0000409, "fast fail"},
    Named{0xE06D7363, "C++ exception"},
    Named{0x20474343, "C++ exception"},
};

std::string_view name_of(unsigned long code, std::span<const Named> known) {
    const auto found = std::ranges::find(known, code, &Named::code);
    return found == known.end() ? std::string_view() : found->name;
}

}  // namespace

std::string error_name(int code) {
    return std::string(code < 0 ? name_of(static_cast<std::uint32_t>(code), statuses)
                                : name_of(static_cast<std::uint32_t>(code), winsock_errors));
}

std::string describe_status(int status) {
    const auto code = static_cast<std::uint32_t>(status);
    const auto hex = hexadecimal(code, 8);
    const auto name = name_of(code, statuses);
    return name.empty() ? hex : std::string(name) + " (" + hex + ")";
}

std::string describe_error(int code) {
    if (code < 0) {
        return describe_status(code);
    }
    const auto name = error_name(code);
    return name.empty() ? "error " + std::to_string(code)
                        : name + " (" + std::to_string(code) + ")";
}

std::string describe_exit_code(unsigned long code) {
    if (code < 0x10000) {
        return "exit code " + std::to_string(code);
    }
    const auto hex = hexadecimal(code, 8);
    const auto name = name_of(code, exit_codes);
    return name.empty() ? "exit code " + hex : std::string(name) + " (" + hex + ")";
}

}  // namespace conformance
