#pragma once

#include <cstdint>
#include <memory>
#include <system_error>

#include "record/windows_headers.hpp"

namespace conformance {

struct CloseHandleOf {
    void operator()(HANDLE handle) const noexcept { CloseHandle(handle); }
};
/// A handle that is closed with its owner. INVALID_HANDLE_VALUE does not belong in it.
using UniqueHandle = std::unique_ptr<void, CloseHandleOf>;

/// The handle whose number a process was given on its command line.
inline HANDLE handle_of(std::uintptr_t number) {
    return reinterpret_cast<HANDLE>(number);
}

/// Throws std::system_error with GetLastError's code; `function` is the call that failed.
[[noreturn]] inline void throw_last_error(const char* function) {
    throw std::system_error(static_cast<int>(GetLastError()), std::system_category(), function);
}

}  // namespace conformance
