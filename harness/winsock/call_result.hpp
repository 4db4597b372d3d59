#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The answer of a call. The error comes from WSAGetLastError right after the call, and has a
/// meaning only when the call failed.
struct CallResult {
    std::string_view function;
    std::int64_t value = 0;
    bool failed = false;
    int error = 0;
};

/// "0" or "SOCKET_ERROR/WSAEFAULT (10014)".
std::string describe(const CallResult& result);

/// The answer of WSAGetOverlappedResult, and its output.
struct OverlappedResult {
    CallResult call;
    std::uint32_t bytes = 0;
    std::uint32_t flags = 0;
};

/// The answer of getsockopt, and the caller's memory after it.
struct OptionResult {
    /// The content of the buffer before the call: only its lowest byte is not zero, so that a call
    /// that writes one byte, as Windows does, is read correctly, and a call that writes nothing is
    /// noticed.
    static constexpr std::uint32_t unwritten = 0x5A;

    CallResult call;
    /// The whole buffer, including the bytes past the given length.
    std::vector<unsigned char> bytes;
    /// The length in bytes after the call.
    int length = 0;
    /// Whether the call returned 0 and left every byte unchanged, as far as a value can show that.
    bool nothing_written = false;

    /// The first four bytes as a DWORD.
    std::uint32_t dword() const noexcept;
};

/// The text of the call's answer; for a success with the value, as in "0, stored 1 (01000000),
/// optlen 4".
std::string describe(const OptionResult& result);

}  // namespace conformance
