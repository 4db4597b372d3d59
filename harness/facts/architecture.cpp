#include "facts/architecture.hpp"

#include "winsock/system_function.hpp"

namespace conformance {

namespace {

// The architecture this program was compiled for, as an IMAGE_FILE_MACHINE_ of winnt.h.
#if defined(_M_ARM64) || defined(__aarch64__)
constexpr USHORT process_machine = IMAGE_FILE_MACHINE_ARM64;
#elif defined(_M_X64) || defined(__x86_64__)
constexpr USHORT process_machine = IMAGE_FILE_MACHINE_AMD64;
#else
constexpr USHORT process_machine = IMAGE_FILE_MACHINE_I386;
#endif

std::string machine_name(USHORT machine) {
    switch (machine) {
        case IMAGE_FILE_MACHINE_I386: return "x86";
        case IMAGE_FILE_MACHINE_AMD64: return "x64";
        case IMAGE_FILE_MACHINE_ARM64: return "arm64";
        case IMAGE_FILE_MACHINE_ARMNT: return "arm";
        default: return "machine " + std::to_string(machine);
    }
}

USHORT native_machine() {
    using IsWow64Process2 = BOOL(WINAPI*)(HANDLE, USHORT*, USHORT*);
    const auto query = system_function<IsWow64Process2>(L"kernel32.dll", "IsWow64Process2");
    USHORT process = 0;
    USHORT native = 0;
    if (query != nullptr && query(GetCurrentProcess(), &process, &native)) {
        return native;
    }
    SYSTEM_INFO info{};
    GetNativeSystemInfo(&info);
    switch (info.wProcessorArchitecture) {
        case PROCESSOR_ARCHITECTURE_AMD64: return IMAGE_FILE_MACHINE_AMD64;
        case PROCESSOR_ARCHITECTURE_ARM64: return IMAGE_FILE_MACHINE_ARM64;
        default: return IMAGE_FILE_MACHINE_I386;
    }
}

}  // namespace

Architecture architecture() {
    const auto native = native_machine();
    // A 32-bit x86 program on x64 runs on the processor itself; everything else is emulated.
    constexpr USHORT also_native = process_machine == IMAGE_FILE_MACHINE_I386
                                       ? USHORT{IMAGE_FILE_MACHINE_AMD64}
                                       : process_machine;
    const bool runs_natively = native == process_machine || native == also_native;
    return {machine_name(native), machine_name(process_machine), !runs_natively};
}

}  // namespace conformance
