// How Winsock's members record a call, for the files that define them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "model/inconclusive.hpp"
#include "winsock/winsock.hpp"

namespace conformance {

/// Arguments and buffers as the flight record has them.
namespace recorded {

using Argument = FlightRecorder::Argument;

inline Argument handle(SOCKET s) {
    return {"s", static_cast<std::uint64_t>(s), ArgumentKind::handle};
}

inline Argument number(std::string_view name, std::int64_t value,
                       ArgumentKind kind = ArgumentKind::number) {
    return {name, static_cast<std::uint64_t>(value), kind};
}

inline Argument pointer(std::string_view name, const void* value) {
    return {name, static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(value)),
            ArgumentKind::pointer};
}

inline std::span<const unsigned char> bytes_of(const Address& address) {
    return {reinterpret_cast<const unsigned char*>(address.data()),
            static_cast<std::size_t>(address.size())};
}

template <typename T>
std::span<const unsigned char> bytes_of(const T& object) requires std::is_trivially_copyable_v<T> {
    return {reinterpret_cast<const unsigned char*>(&object), sizeof object};
}

inline std::span<const unsigned char> bytes_of(const std::string& text) {
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

/// INVALID_SOCKET, as a call result has it.
inline constexpr std::int64_t failed_socket = -1;

inline timeval timeval_of(std::chrono::milliseconds time) {
    return {static_cast<long>(time.count() / 1000), static_cast<long>(time.count() % 1000 * 1000)};
}

}  // namespace recorded

template <typename Function, typename Enter>
CallResult Winsock::record(std::string_view name, Function function, Arguments arguments,
                           Buffers buffers, std::int64_t failure, Enter enter) {
    return record_spans(name, function, std::span(arguments.begin(), arguments.size()),
                        std::span(buffers.begin(), buffers.size()), failure, enter);
}

template <typename Function, typename Enter>
CallResult Winsock::record_spans(std::string_view name, Function function,
                                 std::span<const recorded::Argument> arguments,
                                 std::span<const FlightRecorder::Buffer> buffers,
                                 std::int64_t failure, Enter enter) {
    if (function == nullptr) {
        throw Inconclusive("the provider exports no " + std::string(name));
    }
    functions_.WSASetLastError(0);
    auto in_flight = recorder_.begin(name, arguments, buffers);
    // By way of the signed type of the same width, so that INVALID_SOCKET is -1 on 32 bits too.
    const auto returned = enter(function);
    const auto value = static_cast<std::int64_t>(
        static_cast<std::make_signed_t<decltype(enter(function))>>(returned));
    const bool failed = value == failure;
    const int error = failed ? functions_.WSAGetLastError() : 0;
    in_flight.finish(value, failed, error);
    return {name, value, failed, error};
}

}  // namespace conformance
