#include "record/flight_recorder.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "record/constant_names.hpp"

namespace conformance {

namespace {

template <std::size_t Size>
void copy_name(std::array<char, Size>& to, std::string_view from) noexcept {
    const auto length = std::min(from.size(), Size - 1);
    std::memcpy(to.data(), from.data(), length);
    to[length] = '\0';
}

/// The text of a name, which a provider that writes past its buffers may have damaged.
template <std::size_t Size>
std::string name_of(const std::array<char, Size>& name) {
    return {name.begin(), std::find(name.begin(), name.end(), '\0')};
}

/// The elements that are in use, never more than there are.
template <typename T, std::size_t Size>
std::span<const T> used(const std::array<T, Size>& all, std::uint32_t count) {
    return std::span(all).first(std::min<std::size_t>(count, Size));
}

std::string text_of(const RecordedArgument& argument, std::int64_t level) {
    const auto value = static_cast<std::int64_t>(argument.value);
    switch (argument.kind) {
        case ArgumentKind::number: return std::to_string(value);
        case ArgumentKind::handle: return hexadecimal(argument.value);
        case ArgumentKind::pointer: return value == 0 ? "NULL" : hexadecimal(argument.value);
        case ArgumentKind::level: return level_name(value);
        case ArgumentKind::option: return option_name(level, value);
        case ArgumentKind::family: return family_name(value);
        case ArgumentKind::socket_type: return socket_type_name(value);
        case ArgumentKind::protocol: return protocol_name(value);
        case ArgumentKind::ioctl: return ioctl_name(value);
        case ArgumentKind::wsk_request: return wsk_request_name(value);
        case ArgumentKind::given: return value == 0 ? "NULL" : "given";
    }
    return std::to_string(value);
}

Call call_of(const RecordedCall& recorded) {
    Call call;
    call.function = name_of(recorded.function);
    std::int64_t level = 0;
    for (const auto& argument : used(recorded.arguments, recorded.argument_count)) {
        if (argument.kind == ArgumentKind::level) {
            level = static_cast<std::int64_t>(argument.value);
        }
        call.arguments.push_back({name_of(argument.name), text_of(argument, level)});
    }
    for (const auto& buffer : used(recorded.buffers, recorded.buffer_count)) {
        const auto after = recorded.finished != 0 ? buffer.kept : 0;
        call.buffers.push_back({name_of(buffer.name), buffer.size,
                                hexadecimal(used(buffer.before, buffer.kept)),
                                hexadecimal(used(buffer.after, after))});
    }
    if (recorded.finished != 0) {
        call.result = recorded.result;
        call.microseconds = recorded.microseconds;
    }
    if (recorded.failed != 0) {
        call.error = recorded.error;
    }
    if (recorded.io_status.completions != 0) {
        call.io_status = {recorded.io_status.completions, recorded.io_status.status,
                          recorded.io_status.information};
    }
    return call;
}

}  // namespace

std::vector<Call> calls_of(const FlightRecord& record) {
    std::vector<Call> calls;
    const auto count =
        std::min<std::size_t>(record.count.load(std::memory_order_acquire), FlightRecord::capacity);
    for (std::size_t i = 0; i < count; ++i) {
        calls.push_back(call_of(record.calls[i]));
    }
    return calls;
}

void FlightRecorder::clear() noexcept {
    record_->count.store(0, std::memory_order_release);
    record_->lost.store(0, std::memory_order_release);
}

std::size_t FlightRecorder::position() const noexcept {
    return record_->count.load(std::memory_order_acquire);
}

void FlightRecorder::rewind(std::size_t position) noexcept {
    const std::scoped_lock lock(mutex_);
    record_->count.store(
        static_cast<std::uint32_t>(std::min<std::size_t>(position, record_->count.load())),
        std::memory_order_release);
    record_->lost.store(0, std::memory_order_release);
}

FlightRecorder::InFlight FlightRecorder::begin(std::string_view function,
                                               std::span<const Argument> arguments,
                                               std::span<const Buffer> buffers) noexcept {
    InFlight in_flight;
    const std::scoped_lock lock(mutex_);
    const auto index = record_->count.load(std::memory_order_relaxed);
    if (index < FlightRecord::capacity) {
        auto& call = record_->calls[index];
        copy_name(call.function, function);
        call.argument_count = 0;
        for (const auto& argument : arguments) {
            auto& recorded = call.arguments[call.argument_count++];
            copy_name(recorded.name, argument.name);
            recorded.value = argument.value;
            recorded.kind = argument.kind;
        }
        call.buffer_count = 0;
        for (const auto& buffer : buffers) {
            in_flight.buffers_[call.buffer_count] = buffer.bytes.data();
            auto& recorded = call.buffers[call.buffer_count++];
            copy_name(recorded.name, buffer.name);
            recorded.size = static_cast<std::uint32_t>(buffer.bytes.size());
            recorded.kept = std::min<std::uint32_t>(recorded.size, RecordedBuffer::capacity);
            std::memcpy(recorded.before.data(), buffer.bytes.data(), recorded.kept);
        }
        call.finished = 0;
        call.failed = 0;
        call.io_status = {};
        in_flight.call_ = &call;
        record_->count.store(index + 1, std::memory_order_release);
    } else {
        record_->lost.fetch_add(1, std::memory_order_relaxed);
    }
    in_flight.begun_ = std::chrono::steady_clock::now();
    return in_flight;
}

void FlightRecorder::InFlight::finish(std::int64_t result, bool failed, int error,
                                      const RecordedIoStatus& io_status) noexcept {
    const auto ended = std::chrono::steady_clock::now();
    if (call_ == nullptr) {
        return;
    }
    call_->microseconds = std::chrono::duration<double, std::micro>(ended - begun_).count();
    call_->result = result;
    call_->failed = failed ? 1 : 0;
    call_->error = failed ? error : 0;
    call_->io_status = io_status;
    for (std::uint32_t i = 0; i < call_->buffer_count; ++i) {
        auto& buffer = call_->buffers[i];
        std::memcpy(buffer.after.data(), buffers_[i], buffer.kept);
    }
    call_->finished = 1;
}

}  // namespace conformance
