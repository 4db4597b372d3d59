#include "winsock/socket.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "model/inconclusive.hpp"

namespace conformance {

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

CallResult Socket::set_bytes(int level, int option, std::span<const std::byte> value,
                             int optlen) const {
    constexpr unsigned char no_part_of_the_value = 0xA5;
    std::vector<unsigned char> buffer(
        std::max<std::size_t>(value.size(), optlen > 0 ? static_cast<std::size_t>(optlen) : 0),
        no_part_of_the_value);
    std::memcpy(buffer.data(), value.data(), value.size());
    return winsock_->setsockopt(s_, level, option, buffer.data(), optlen, buffer);
}

std::vector<unsigned char> Socket::unwritten_buffer(std::size_t size) {
    std::vector<unsigned char> buffer(size);
    const auto mark = OptionResult::unwritten;
    std::memcpy(buffer.data(), &mark, std::min(size, sizeof mark));
    return buffer;
}

OptionResult Socket::get_into(std::vector<unsigned char> buffer, int level, int option,
                              int optlen) const {
    OptionResult result{{}, std::move(buffer), optlen, false};
    const auto before = result.bytes;
    result.call = winsock_->getsockopt(s_, level, option, result.bytes.data(), &result.length,
                                       result.bytes, true);
    // A buffer of zeros or ones could already have the value.
    const bool could_be_a_value = std::ranges::all_of(
        before, [](unsigned char byte) { return byte == 0x00 || byte == 0xFF; });
    result.nothing_written = !result.call.failed && result.call.value == 0 && !could_be_a_value &&
                             result.bytes == before;
    return result;
}

CallResult Socket::ioctl(const IoctlArguments& arguments) const {
    return winsock_->ioctl(s_, arguments);
}

}  // namespace conformance
