#pragma once

#include "winsock/function_table.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// A function of a system DLL, or null when the system does not have it. The DLL comes from the
/// system directory; an import would be searched beside the program first.
template <typename Function>
Function system_function(const wchar_t* dll, const char* name) {
    const auto module = LoadLibraryW((system_directory() / dll).c_str());
    if (module == nullptr) {
        return nullptr;
    }
    return reinterpret_cast<Function>(reinterpret_cast<void (*)()>(GetProcAddress(module, name)));
}

}  // namespace conformance
