#pragma once

#include <array>
#include <span>

#include "record/flight_recorder.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// The arguments that WSAIoctl and WSPIoctl share, from dwIoControlCode to lpCompletionRoutine.
struct IoctlArguments {
    DWORD code = 0;
    const void* input = nullptr;
    /// In bytes, as cbInBuffer.
    DWORD input_size = 0;
    void* output = nullptr;
    /// In bytes, as cbOutBuffer.
    DWORD output_size = 0;
    DWORD* bytes_returned = nullptr;
    OVERLAPPED* overlapped = nullptr;
    LPWSAOVERLAPPED_COMPLETION_ROUTINE routine = nullptr;

    /// The memory that the record may read before and after the call; it does not include invalid
    /// memory to which a case points.
    std::span<const unsigned char> visible_input{};
    std::span<const unsigned char> visible_output{};
    bool bytes_returned_visible = true;
    bool overlapped_visible = true;

    std::array<FlightRecorder::Argument, 9> recorded_arguments(SOCKET s) const;
    std::array<FlightRecorder::Buffer, 4> recorded_buffers() const;
};

}  // namespace conformance
