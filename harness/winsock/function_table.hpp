#pragma once

#include <filesystem>
#include <string>

#include "base/provider_error.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

/// The system directory: only DLLs that the user names by path are loaded from elsewhere.
std::filesystem::path system_directory();

/// The path of ws2_32.dll in the system directory.
std::filesystem::path system_provider_path();

/// The Winsock functions that the suite calls. X(name) for each.
#define CONFORMANCE_WINSOCK_FUNCTIONS(X) \
    X(WSAStartup)                        \
    X(WSACleanup)                        \
    X(WSAGetLastError)                   \
    X(WSASetLastError)                   \
    X(WSAEnumProtocolsW)                 \
    X(WSASocketW)                        \
    X(WSAIoctl)                          \
    X(WSAConnect)                        \
    X(WSAConnectByList)                  \
    X(WSAConnectByNameA)                 \
    X(WSAGetOverlappedResult)            \
    X(WSASetBlockingHook)                \
    X(WSAUnhookBlockingHook)             \
    X(WSACancelBlockingCall)             \
    X(WSADuplicateSocketW)               \
    X(WSAEventSelect)                    \
    X(WSAAsyncSelect)                    \
    X(WSAAccept)                         \
    X(WSCEnumProtocols)                  \
    X(WSCGetProviderPath)                \
    X(accept)                            \
    X(bind)                              \
    X(closesocket)                       \
    X(connect)                           \
    X(getpeername)                       \
    X(getsockname)                       \
    X(getsockopt)                        \
    X(ioctlsocket)                       \
    X(listen)                            \
    X(recv)                              \
    X(WSARecv)                           \
    X(select)                            \
    X(send)                              \
    X(setsockopt)                        \
    X(shutdown)                          \
    X(socket)

/// Pointers to a provider's functions, looked up by name when the provider is loaded. A function
/// that the DLL does not export is null, which is a fact of the platform. The program itself
/// imports none.
struct FunctionTable {
#define CONFORMANCE_DECLARE(name) decltype(&::name) name = nullptr;
    CONFORMANCE_WINSOCK_FUNCTIONS(CONFORMANCE_DECLARE)
#undef CONFORMANCE_DECLARE
};

/// A loaded provider DLL. It stays loaded until the process ends, because threads and callbacks of
/// Winsock may still run its code.
class ProviderLibrary {
public:
    /// Loads the DLL from exactly that path, and its imports from its folder and the system
    /// directory. Throws ProviderError when it cannot be loaded, or does not export WSAStartup,
    /// WSACleanup, WSAGetLastError and WSASetLastError.
    explicit ProviderLibrary(const std::filesystem::path& path);

    const FunctionTable& functions() const noexcept { return functions_; }
    const std::filesystem::path& path() const noexcept { return path_; }
    HMODULE module() const noexcept { return module_; }

private:
    std::filesystem::path path_;
    HMODULE module_;
    FunctionTable functions_;
};

}  // namespace conformance
