#include "winsock/function_table.hpp"

#include <array>
#include <system_error>

#include "base/utf8.hpp"

namespace conformance {

namespace {

HMODULE load(const std::filesystem::path& path) {
    // Uses an absolute path and the altered search order, in which the DLL's folder replaces the
    // program's. LoadLibraryEx does not accept forward slashes then ("LoadLibraryExW",
    // lpLibFileName).
    const auto absolute = std::filesystem::absolute(path).make_preferred();
    const auto module = LoadLibraryExW(absolute.c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (module == nullptr) {
        const auto code = static_cast<int>(GetLastError());
        throw ProviderError(utf8_from_path(path) + ": expected a DLL that can be loaded: " +
                            std::system_category().message(code) + " (" + std::to_string(code) +
                            ")");
    }
    return module;
}

template <typename Function>
void look_up(HMODULE module, const char* name, Function& function) {
    // By way of void(*)(), the one function type to which compilers allow a cast without a warning.
    function =
        reinterpret_cast<Function>(reinterpret_cast<void (*)()>(GetProcAddress(module, name)));
}

}  // namespace

std::filesystem::path system_directory() {
    std::array<wchar_t, MAX_PATH> folder{};
    GetSystemDirectoryW(folder.data(), static_cast<UINT>(folder.size()));
    return folder.data();
}

std::filesystem::path system_provider_path() {
    return system_directory() / L"ws2_32.dll";
}

ProviderLibrary::ProviderLibrary(const std::filesystem::path& path)
    : path_(path), module_(load(path)) {
#define CONFORMANCE_LOOK_UP(name) look_up(module_, #name, functions_.name);
    CONFORMANCE_WINSOCK_FUNCTIONS(CONFORMANCE_LOOK_UP)
#undef CONFORMANCE_LOOK_UP
    if (functions_.WSAStartup == nullptr || functions_.WSACleanup == nullptr ||
        functions_.WSAGetLastError == nullptr || functions_.WSASetLastError == nullptr) {
        throw ProviderError(utf8_from_path(path) +
                            ": expected a Winsock: it does not export WSAStartup, WSACleanup, "
                            "WSAGetLastError and WSASetLastError");
    }
}

}  // namespace conformance
