#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "winsock/address.hpp"
#include "winsock/call_result.hpp"
#include "winsock/winsock.hpp"

namespace conformance {

inline constexpr std::uint32_t off = 0;
inline constexpr std::uint32_t on = 1;

/// The arguments of SIO_KEEPALIVE_VALS as its page wants them: that input, no output, the DWORD for
/// the count of bytes returned. They refer to both.
IoctlArguments keepalive_vals(const tcp_keepalive& values, DWORD& bytes_returned);

/// A socket and the seam it was made through. Closes itself; closing is recorded like any call.
class Socket {
public:
    Socket(Winsock& winsock, SOCKET s) noexcept : winsock_(&winsock), s_(s) {}
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&& other) noexcept;
    ~Socket();

    SOCKET handle() const noexcept { return s_; }
    Winsock& winsock() const noexcept { return *winsock_; }

    /// Closes now; the handle stays what it was, for cases about closed sockets.
    CallResult close();

    /// Sets an option from a DWORD at the start of a buffer of at least `optlen` bytes, whose other
    /// bytes are not zero: they are no part of the value.
    CallResult set_option(int level, int option, std::uint32_t value,
                          int optlen = sizeof(std::uint32_t)) const;
    /// Reads an option into a buffer of `size` bytes that holds OptionResult::unwritten.
    OptionResult get_option(int level, int option, int optlen = sizeof(std::uint32_t),
                            std::size_t size = sizeof(std::uint32_t)) const;
    /// The same into a buffer whose bytes are all `fill`.
    OptionResult get_option_over(unsigned char fill, int level, int option, int optlen,
                                 std::size_t size) const;

    /// SO_KEEPALIVE at SOL_SOCKET.
    CallResult set_keepalive(std::uint32_t value, int optlen = sizeof(std::uint32_t)) const;
    OptionResult get_keepalive(int optlen = sizeof(std::uint32_t),
                               std::size_t size = sizeof(std::uint32_t)) const;
    OptionResult get_keepalive_over(unsigned char fill, int optlen = sizeof(std::uint32_t),
                                    std::size_t size = sizeof(std::uint32_t)) const;

    /// WSAIoctl with the arguments exactly as given.
    CallResult ioctl(const IoctlArguments& arguments) const;
    /// SIO_KEEPALIVE_VALS with a tcp_keepalive of these members, times in milliseconds.
    CallResult set_keepalive_vals(std::uint32_t onoff, std::uint32_t time_ms,
                                  std::uint32_t interval_ms) const;

private:
    OptionResult get_into(std::vector<unsigned char> buffer, int level, int option,
                          int optlen) const;

    Winsock* winsock_;
    SOCKET s_;
    bool closed_ = false;
};

}  // namespace conformance
