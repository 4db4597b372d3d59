#include "winsock/socket.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "model/inconclusive.hpp"

namespace conformance {

IoctlArguments keepalive_vals(const tcp_keepalive& values, DWORD& bytes_returned) {
    IoctlArguments arguments;
    arguments.code = SIO_KEEPALIVE_VALS;
    arguments.input = &values;
    arguments.input_size = sizeof values;
    arguments.visible_input = {reinterpret_cast<const unsigned char*>(&values), sizeof values};
    arguments.bytes_returned = &bytes_returned;
    return arguments;
}

Socket::Socket(Socket&& other) noexcept
    : winsock_(other.winsock_), s_(other.s_), closed_(std::exchange(other.closed_, true)) {}

Socket& Socket::operator=(Socket&& other) noexcept {
    std::swap(winsock_, other.winsock_);
    std::swap(s_, other.s_);
    std::swap(closed_, other.closed_);
    return *this;
}

Socket::~Socket() {
    try {
        if (!closed_) {
            winsock_->closesocket(s_);
        }
    } catch (const Inconclusive&) {
        // A provider without closesocket: there is nothing to close with.
    }
}

CallResult Socket::close() {
    closed_ = true;
    return winsock_->closesocket(s_);
}

CallResult Socket::set_option(int level, int option, std::uint32_t value, int optlen) const {
    constexpr unsigned char no_part_of_the_value = 0xA5;
    std::vector<unsigned char> buffer(
        std::max<std::size_t>(sizeof value, optlen > 0 ? static_cast<std::size_t>(optlen) : 0),
        no_part_of_the_value);
    std::memcpy(buffer.data(), &value, sizeof value);
    return winsock_->setsockopt(s_, level, option, buffer.data(), optlen, buffer);
}

OptionResult Socket::get_option(int level, int option, int optlen, std::size_t size) const {
    std::vector<unsigned char> buffer(size);
    const auto mark = OptionResult::unwritten;
    std::memcpy(buffer.data(), &mark, std::min(size, sizeof mark));
    return get_into(std::move(buffer), level, option, optlen);
}

OptionResult Socket::get_option_over(unsigned char fill, int level, int option, int optlen,
                                     std::size_t size) const {
    return get_into(std::vector<unsigned char>(size, fill), level, option, optlen);
}

OptionResult Socket::get_into(std::vector<unsigned char> buffer, int level, int option,
                              int optlen) const {
    OptionResult result{{}, std::move(buffer), optlen, false};
    const auto before = result.bytes;
    result.call = winsock_->getsockopt(s_, level, option, result.bytes.data(), &result.length,
                                       result.bytes, true);
    // A buffer of zeroes or ones may hold what is read.
    const bool could_be_a_value = std::ranges::all_of(
        before, [](unsigned char byte) { return byte == 0x00 || byte == 0xFF; });
    result.nothing_written = !result.call.failed && result.call.value == 0 && !could_be_a_value &&
                             result.bytes == before;
    return result;
}

CallResult Socket::set_keepalive(std::uint32_t value, int optlen) const {
    return set_option(SOL_SOCKET, SO_KEEPALIVE, value, optlen);
}

OptionResult Socket::get_keepalive(int optlen, std::size_t size) const {
    return get_option(SOL_SOCKET, SO_KEEPALIVE, optlen, size);
}

OptionResult Socket::get_keepalive_over(unsigned char fill, int optlen, std::size_t size) const {
    return get_option_over(fill, SOL_SOCKET, SO_KEEPALIVE, optlen, size);
}

CallResult Socket::set_keepalive_vals(std::uint32_t onoff, std::uint32_t time_ms,
                                      std::uint32_t interval_ms) const {
    const tcp_keepalive values{onoff, time_ms, interval_ms};
    DWORD bytes_returned = 0;
    return ioctl(keepalive_vals(values, bytes_returned));
}

CallResult Socket::ioctl(const IoctlArguments& arguments) const {
    return winsock_->ioctl(s_, arguments);
}

}  // namespace conformance
