#pragma once

#include "winsock/windows_headers.hpp"

namespace conformance {

/// A function of a system DLL that is already loaded, or null where the system has none of that
/// name.
template <typename Function>
Function system_function(const wchar_t* module, const char* name) {
    return reinterpret_cast<Function>(
        reinterpret_cast<void (*)()>(GetProcAddress(GetModuleHandleW(module), name)));
}

}  // namespace conformance
