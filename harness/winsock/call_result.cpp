#include "winsock/call_result.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "model/winsock_error.hpp"

namespace conformance {

std::string describe(const CallResult& result) {
    if (!result.failed) {
        return std::to_string(result.value);
    }
    // Every function that the suite calls says "failed" with -1 (SOCKET_ERROR, INVALID_SOCKET), but
    // for those that return FALSE.
    const std::string value = result.value == -1 ? "SOCKET_ERROR" : std::to_string(result.value);
    return value + "/" + (result.error == 0 ? "no error set" : describe_error(result.error));
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
    std::string hex;
    for (std::size_t i = 0; i < std::min<std::size_t>(result.bytes.size(), 8); ++i) {
        std::array<char, 4> digits{};
        std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned>(result.bytes[i]));
        hex += digits.data();
    }
    return "0, stored " + std::to_string(result.dword()) + " (" + hex + "), optlen " +
           std::to_string(result.length);
}

}  // namespace conformance
