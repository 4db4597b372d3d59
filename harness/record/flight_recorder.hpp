#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "model/call.hpp"

namespace conformance {

/// How the number of an argument is displayed.
enum class ArgumentKind : std::uint32_t {
    number,
    handle,
    pointer,
    level,
    option,
    family,
    socket_type,
    protocol,
    ioctl,
    /// WSK_CONTROL_SOCKET_TYPE
    wsk_request,
    /// Whether the argument was given.
    given,
};

struct RecordedArgument {
    std::array<char, 24> name{};
    std::uint64_t value = 0;
    ArgumentKind kind = ArgumentKind::number;
};

struct RecordedBuffer {
    static constexpr std::size_t capacity = 32;

    std::array<char, 24> name{};
    std::uint32_t size = 0;
    std::uint32_t kept = 0;
    std::array<unsigned char, capacity> before{};
    std::array<unsigned char, capacity> after{};
};

/// The completion of the IRP of a Winsock Kernel call.
struct RecordedIoStatus {
    /// 0 when there was no IRP, or it was not completed.
    std::uint32_t completions = 0;
    std::int32_t status = 0;
    std::uint64_t information = 0;
};

/// A call in a plain layout, for memory that processes share.
struct RecordedCall {
    static constexpr std::size_t most_arguments = 11;
    static constexpr std::size_t most_buffers = 5;

    std::array<char, 32> function{};
    std::array<RecordedArgument, most_arguments> arguments{};
    std::array<RecordedBuffer, most_buffers> buffers{};
    std::uint32_t argument_count = 0;
    std::uint32_t buffer_count = 0;
    std::int64_t result = 0;
    std::int32_t error = 0;
    std::uint32_t finished = 0;
    std::uint32_t failed = 0;
    double microseconds = 0;
    RecordedIoStatus io_status;
};

/// The calls of one row, in memory that the supervisor shares with its worker. A call is written
/// before the function is entered, so that a process that hangs or dies in a call leaves it behind.
/// Recording only writes memory; texts are made after the row.
struct FlightRecord {
    static constexpr std::size_t capacity = 512;

    std::atomic<std::uint32_t> count{0};
    /// The number of calls beyond the capacity, which are not kept.
    std::atomic<std::uint32_t> lost{0};
    std::array<RecordedCall, capacity> calls{};
};

/// The recorded calls in the form of the report.
std::vector<Call> calls_of(const FlightRecord& record);

/// Writes into a flight record. Calls may begin while others are in flight: in a blocking hook, and
/// in other threads.
class FlightRecorder {
public:
    struct Argument {
        std::string_view name;
        std::uint64_t value;
        ArgumentKind kind = ArgumentKind::number;
    };
    /// Memory of the caller that may be read before and after the call.
    struct Buffer {
        std::string_view name;
        std::span<const unsigned char> bytes;
    };

    explicit FlightRecorder(FlightRecord& record) noexcept : record_(&record) {}

    /// Removes the calls of the previous row.
    void clear() noexcept;
    /// The number of recorded calls.
    std::size_t position() const noexcept;
    /// Removes the calls after the first `position`. No call may be in flight.
    void rewind(std::size_t position) noexcept;

    /// A call that has begun; finish() completes its entry.
    class InFlight {
    public:
        void finish(std::int64_t result, bool failed, int error,
                    const RecordedIoStatus& io_status = {}) noexcept;

    private:
        friend class FlightRecorder;
        RecordedCall* call_ = nullptr;
        std::array<const unsigned char*, RecordedCall::most_buffers> buffers_{};
        std::chrono::steady_clock::time_point begun_;
    };

    InFlight begin(std::string_view function, std::span<const Argument> arguments,
                   std::span<const Buffer> buffers = {}) noexcept;
    InFlight begin(std::string_view function, std::initializer_list<Argument> arguments) noexcept {
        return begin(function, std::span(arguments.begin(), arguments.size()));
    }

private:
    FlightRecord* record_;
    std::mutex mutex_;
};

}  // namespace conformance
