#include "model/buffer_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <vector>

#include "base/text.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

constexpr std::size_t dword_size = 4;

std::string argument_of(const Call& call, const char* name) {
    const auto found = std::ranges::find(call.arguments, name, &Call::Argument::name);
    return found == call.arguments.end() ? "" : found->value;
}

/// The number in those bytes, the lowest first; at most a DWORD of them.
std::uint32_t number_at(const std::vector<unsigned char>& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = std::min(bytes.size(), at + dword_size); i > at; --i) {
        number = number << 8 | bytes[i - 1];
    }
    return number;
}

std::string switch_text(std::uint32_t value) {
    return value == 0 ? "off" : value == 1 ? "on" : "on (" + std::to_string(value) + ")";
}

/// The number of bytes in optval that belong to the option: optlen after the call, or before it.
std::size_t length_of_option(const Call& call) {
    const auto left = std::ranges::find(call.buffers, "optlen", &Call::Buffer::name);
    if (left != call.buffers.end() && !left->after.empty()) {
        return number_at(bytes_from_hexadecimal(left->after), 0);
    }
    const auto given = argument_of(call, "optlen");
    std::uint32_t length = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), length);
    return error == std::errc() && end == given.data() + given.size() ? length : dword_size;
}

std::string option_text(const std::string& option, std::uint32_t value) {
    if (option == "SO_KEEPALIVE") {
        return switch_text(value);
    }
    if (option == "TCP_KEEPIDLE" || option == "TCP_KEEPINTVL") {
        return std::to_string(value) + " s";
    }
    if (option == "SO_ERROR" && value != 0) {
        return describe_error(static_cast<int>(value));
    }
    return std::to_string(value);
}

/// Whether the function fills the buffer, so that bytes as before mean that it did not.
bool is_output(const Call& call, const Call::Buffer& buffer) {
    return buffer.name == "lpvOutBuffer" || buffer.name == "OutputBuffer" ||
           (buffer.name == "optval" && !call.function.ends_with("setsockopt") &&
            !call.function.ends_with("SetSockOpt"));
}

}  // namespace

std::string decoded(const Call& call, const Call::Buffer& buffer) {
    if (buffer.after.empty() || (is_output(call, buffer) && buffer.after == buffer.before)) {
        return {};
    }
    auto bytes = bytes_from_hexadecimal(buffer.after);
    if (buffer.name == "lpvInBuffer" &&
        argument_of(call, "dwIoControlCode") == "SIO_KEEPALIVE_VALS" &&
        bytes.size() >= 3 * dword_size) {
        return switch_text(number_at(bytes, 0)) + ", " +
               std::to_string(number_at(bytes, dword_size)) + " ms, " +
               std::to_string(number_at(bytes, 2 * dword_size)) + " ms";
    }
    if (buffer.name == "optval") {
        bytes.resize(std::min(bytes.size(), length_of_option(call)));
        return bytes.empty() ? "" : option_text(argument_of(call, "optname"), number_at(bytes, 0));
    }
    if (buffer.name == "InputBuffer" || buffer.name == "OutputBuffer") {
        const auto option = argument_of(call, "ControlCode");
        return option.empty() ? "" : option_text(option, number_at(bytes, 0));
    }
    if (buffer.name == "optlen" || buffer.name == "lpcbBytesReturned") {
        return std::to_string(number_at(bytes, 0));
    }
    return {};
}

}  // namespace conformance
