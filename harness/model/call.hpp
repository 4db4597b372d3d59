#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json_forward.hpp"

namespace conformance {

/// The completion of the IRP of a Winsock Kernel call.
struct IoStatus {
    /// How often it was completed; once when all is well.
    std::uint32_t completions = 0;
    /// An NTSTATUS.
    int status = 0;
    std::uint64_t information = 0;
    bool operator==(const IoStatus&) const = default;
};

/// One recorded API call, as evidence.
struct Call {
    struct Argument {
        std::string name;
        std::string value;
        bool operator==(const Argument&) const = default;
    };
    /// A buffer of the caller in hexadecimal, before and after the call. Only the first bytes of a
    /// long buffer are kept; `size` is its whole size in bytes.
    struct Buffer {
        std::string name;
        std::uint32_t size = 0;
        std::string before;
        std::string after;
        bool operator==(const Buffer&) const = default;
    };

    std::string function;
    std::vector<Argument> arguments;
    std::vector<Buffer> buffers;
    /// Nothing when the call did not return: the process hung or died in it.
    std::optional<std::int64_t> result;
    /// WSAGetLastError right after a failed call. For Winsock Kernel the NTSTATUS; that of the IRP
    /// when the function returned STATUS_PENDING.
    std::optional<int> error;
    std::optional<IoStatus> io_status;
    double microseconds = 0;

    bool operator==(const Call&) const = default;
};

void to_json(Json& json, const Call& call);
void from_json(const Json& json, Call& call);

}  // namespace conformance
