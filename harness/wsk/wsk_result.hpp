#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// What became of a call of Winsock Kernel.
struct WskResult {
    std::string_view function;
    /// The NTSTATUS that the function returned.
    int returned = 0;
    /// It had not ended in the time that it was given.
    bool unfinished = false;
    /// How often its IRP was completed.
    std::uint32_t completions = 0;
    /// The IRP's IoStatus, where it was completed.
    int io_status = 0;
    std::uint64_t information = 0;

    /// The NTSTATUS of the whole call: what was returned or, where that is STATUS_PENDING, the
    /// IRP's.
    int status() const noexcept;
    /// It ended, and with a status of success.
    bool succeeded() const noexcept { return !unfinished && status() >= 0; }
};

/// "STATUS_NOT_IMPLEMENTED (0xC0000002)", or that it did not end. Whether the function or the IRP
/// said it differs from run to run, and is left out.
std::string describe(const WskResult& result);

/// The same result as far as its IRP is concerned.
struct WskCompletion {
    WskResult call;
};

/// "STATUS_SUCCESS (0x00000000), IRP completed once with it".
std::string describe(const WskCompletion& completion);

/// What WskControlSocket left in the output buffer.
struct WskOptionResult {
    /// What stands in the ULONG before the call: a value of which only the lowest byte is not zero,
    /// so that a call which writes one byte, as Windows' does, is still read right, and one which
    /// writes nothing is noticed.
    static constexpr std::uint32_t unwritten = 0x5A;
    /// What every byte after it holds.
    static constexpr unsigned char beyond = 0xAA;

    WskResult call;
    /// The whole buffer, also the bytes past the size that was given.
    std::vector<unsigned char> bytes;
    std::uint64_t output_size_returned = 0;

    /// The first four bytes as a ULONG.
    std::uint32_t value() const noexcept;
};

/// As for the call; a success also with the value, as in "STATUS_SUCCESS (0x00000000), stored 1
/// (01000000)".
std::string describe(const WskOptionResult& result);

}  // namespace conformance
