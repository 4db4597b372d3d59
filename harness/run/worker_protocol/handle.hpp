#pragma once

#include <cstdint>
#include <memory>
#include <system_error>

#include "record/windows_headers.hpp"

namespace conformance {

struct CloseHandleOf {
    void operator()(HANDLE handle) const noexcept { CloseHandle(handle); }
};
/// Owns a handle and closes it. INVALID_HANDLE_VALUE must not be stored in it.
using UniqueHandle = std::unique_ptr<void, CloseHandleOf>;

/// The handle with that number, from the command line of a process.
inline HANDLE handle_of(std::uintptr_t number) {
    return reinterpret_cast<HANDLE>(number);
}

/// Throws std::system_error with the code of GetLastError; `function` is the call that failed.
[[noreturn]] inline void throw_last_error(const char* function) {
    throw std::system_error(static_cast<int>(GetLastError()), std::system_category(), function);
}

}  // namespace conformance
