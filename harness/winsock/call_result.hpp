#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// What a call answered. The error is WSAGetLastError's, read right after the call, and means
/// nothing unless the call failed.
struct CallResult {
    std::string_view function;
    std::int64_t value = 0;
    bool failed = false;
    int error = 0;
};

/// "0" or "SOCKET_ERROR/WSAEFAULT (10014)".
std::string describe(const CallResult& result);

/// What WSAGetOverlappedResult answered, and what it left behind.
struct OverlappedResult {
    CallResult call;
    std::uint32_t bytes = 0;
    std::uint32_t flags = 0;
};

/// What getsockopt answered, and what it left in the caller's memory.
struct OptionResult {
    /// What stands in the buffer before the call: a value of which only the lowest byte is not
    /// zero, so that a call which writes one byte, as Windows does, is still read right, and one
    /// which writes nothing is noticed.
    static constexpr std::uint32_t unwritten = 0x5A;

    CallResult call;
    /// The whole buffer, also the bytes past the length that was given.
    std::vector<unsigned char> bytes;
    /// The length in bytes, as the call left it.
    int length = 0;
    /// Whether the call returned 0 and left every byte as it was, where that can be seen from a
    /// value.
    bool nothing_written = false;

    /// The first four bytes as a DWORD.
    std::uint32_t dword() const noexcept;
};

/// As for the call; a success also with the value, as in "0, stored 1 (01000000), optlen 4".
std::string describe(const OptionResult& result);

}  // namespace conformance
