#include "winsock/ioctl_arguments.hpp"

#include <cstdint>

namespace conformance {

namespace {

using Argument = FlightRecorder::Argument;
using Buffer = FlightRecorder::Buffer;

template <typename Pointer>
Argument pointer(std::string_view name, Pointer value) {
    return {name, static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(value)),
            ArgumentKind::pointer};
}

template <typename T>
Buffer visible_object(std::string_view name, const T* object, bool visible) {
    return {name,
            {reinterpret_cast<const unsigned char*>(object),
             visible && object != nullptr ? sizeof *object : 0}};
}

}  // namespace

std::array<Argument, 9> IoctlArguments::recorded_arguments(SOCKET s) const {
    return {Argument{"s", static_cast<std::uint64_t>(s), ArgumentKind::handle},
            Argument{"dwIoControlCode", code, ArgumentKind::ioctl},
            pointer("lpvInBuffer", input),
            Argument{"cbInBuffer", input_size},
            pointer("lpvOutBuffer", output),
            Argument{"cbOutBuffer", output_size},
            pointer("lpcbBytesReturned", bytes_returned),
            pointer("lpOverlapped", overlapped),
            pointer("lpCompletionRoutine", routine)};
}

std::array<Buffer, 4> IoctlArguments::recorded_buffers() const {
    return {Buffer{"lpvInBuffer", visible_input}, Buffer{"lpvOutBuffer", visible_output},
            visible_object("lpcbBytesReturned", bytes_returned, bytes_returned_visible),
            visible_object("lpOverlapped", overlapped, overlapped_visible)};
}

}  // namespace conformance
