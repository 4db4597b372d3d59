// mingw-w64's threads import GetTickCount64, which exists since Windows Vista: a program that
// imports it does not start on older versions. This function replaces the import and looks it up at
// run time.
#include <windows.h>

namespace {

ULONGLONG WINAPI tick_count() {
    using TickCount = ULONGLONG(WINAPI*)();
    static const auto newer = reinterpret_cast<TickCount>(reinterpret_cast<void (*)()>(
        GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "GetTickCount64")));
    // The older one starts again every 49.7 days: a wait that is under way then ends early, once.
    return newer != nullptr ? newer() : GetTickCount();
}

}  // namespace

extern "C" {
#ifdef __i386__
extern const void* const imported_tick_count __asm__("__imp__GetTickCount64@0");
#else
extern const void* const imported_tick_count __asm__("__imp_GetTickCount64");
#endif
const void* const imported_tick_count = reinterpret_cast<const void*>(&tick_count);
}
