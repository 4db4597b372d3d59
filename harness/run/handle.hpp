#pragma once

#include <cstdint>
#include <system_error>

#include "winsock/windows_headers.hpp"

namespace conformance {

/// The handle whose number a process was given on its command line.
inline HANDLE handle_of(std::uintptr_t number) {
    return reinterpret_cast<HANDLE>(number);
}

/// Throws std::system_error with GetLastError's code; `function` is the call that failed.
[[noreturn]] inline void throw_last_error(const char* function) {
    throw std::system_error(static_cast<int>(GetLastError()), std::system_category(), function);
}

}  // namespace conformance
