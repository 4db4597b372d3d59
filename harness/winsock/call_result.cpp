#include "winsock/call_result.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "base/text.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

/// The name of the return value of a failure.
std::string failure_value(const CallResult& result) {
    if (result.value != -1) {
        return result.value == 0 ? "FALSE" : std::to_string(result.value);
    }
    const bool returns_socket = result.function == "socket" || result.function == "WSASocketW" ||
                                result.function == "accept";
    return returns_socket ? "INVALID_SOCKET" : "SOCKET_ERROR";
}

}  // namespace

std::string describe(const CallResult& result) {
    if (!result.failed) {
        return std::to_string(result.value);
    }
    return failure_value(result) + "/" +
           (result.error == 0 ? "no error set" : describe_error(result.error));
}

std::uint32_t OptionResult::dword() const noexcept {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
    return value;
}

std::string describe(const OptionResult& result) {
    if (result.call.failed || result.call.value != 0) {
        return describe(result.call);
    }
    if (result.nothing_written) {
        return "0, nothing written, optlen " + std::to_string(result.length);
    }
    const auto shown = std::min<std::size_t>(result.bytes.size(), 8);
    const auto hex = hexadecimal(std::span(result.bytes).first(shown));
    return "0, stored " + std::to_string(result.dword()) + " (" + hex + "), optlen " +
           std::to_string(result.length);
}

}  // namespace conformance
