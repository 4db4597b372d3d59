#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include "winsock/address.hpp"
#include "winsock/call_result.hpp"
#include "winsock/option.hpp"
#include "winsock/winsock.hpp"

namespace conformance {

/// Owns a socket, and refers to the API wrapper that made it. The destructor closes the socket,
/// which is recorded like any call.
class Socket {
public:
    Socket(Winsock& winsock, SOCKET s) noexcept : winsock_(&winsock), s_(s) {}
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&& other) noexcept;
    ~Socket();

    SOCKET handle() const noexcept { return s_; }
    Winsock& winsock() const noexcept { return *winsock_; }

    /// Closes the socket now; the handle's number stays, for cases about closed sockets.
    CallResult close();

    /// Sets an option from a value at the start of a buffer of at least `optlen` bytes. The other
    /// bytes are not zero; they are not part of the value.
    template <typename T>
    CallResult set(const Option<T>& option, const std::type_identity_t<T>& value,
                   int optlen = sizeof(T)) const {
        static_assert(std::is_trivially_copyable_v<T>);
        return set_bytes(option.level, option.name, std::as_bytes(std::span(&value, 1)), optlen);
    }
    /// Reads an option into a buffer of `size` bytes that contains OptionResult::unwritten.
    template <typename T>
    OptionResult get(const Option<T>& option, int optlen = sizeof(T),
                     std::size_t size = sizeof(T)) const {
        return get_into(unwritten_buffer(size), option.level, option.name, optlen);
    }
    /// The same into a buffer filled with `fill`.
    template <typename T>
    OptionResult get_over(unsigned char fill, const Option<T>& option, int optlen = sizeof(T),
                          std::size_t size = sizeof(T)) const {
        return get_into(std::vector<unsigned char>(size, fill), option.level, option.name, optlen);
    }

    /// WSAIoctl with the arguments exactly as given.
    CallResult ioctl(const IoctlArguments& arguments) const;

private:
    CallResult set_bytes(int level, int option, std::span<const std::byte> value, int optlen) const;
    static std::vector<unsigned char> unwritten_buffer(std::size_t size);
    OptionResult get_into(std::vector<unsigned char> buffer, int level, int option,
                          int optlen) const;

    Winsock* winsock_;
    SOCKET s_;
    bool closed_ = false;
};

}  // namespace conformance
