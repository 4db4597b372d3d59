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

/// How an argument's number is to be read.
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
    /// Whether it was given at all.
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

/// What became of the IRP of a call of Winsock Kernel.
struct RecordedIoStatus {
    /// 0 where there was none, or it was not completed.
    std::uint32_t completions = 0;
    std::int32_t status = 0;
    std::uint64_t information = 0;
};

/// A call as plain memory, so that it can stand in memory shared between processes.
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

/// The calls of one row. It stands in memory that the supervisor shares with its worker: a call is
/// in it before the function is entered, so that a process that hangs or dies in a call leaves the
/// call behind. Recording is a few writes to memory; texts are made when the row is over.
struct FlightRecord {
    static constexpr std::size_t capacity = 512;

    std::atomic<std::uint32_t> count{0};
    /// Calls beyond the capacity, counted and not kept.
    std::atomic<std::uint32_t> lost{0};
    std::array<RecordedCall, capacity> calls{};
};

/// The record's calls in the form of the report.
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
    /// Memory of the caller's that may be read before and after the call.
    struct Buffer {
        std::string_view name;
        std::span<const unsigned char> bytes;
    };

    explicit FlightRecorder(FlightRecord& record) noexcept : record_(&record) {}

    /// Forgets the calls of the row before.
    void clear() noexcept;
    /// How many calls the record holds.
    std::size_t position() const noexcept;
    /// Forgets the calls after the first `position`. None may be in flight.
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
