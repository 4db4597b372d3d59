#include <catch2/catch_test_macros.hpp>

#include <cstdint>

#include "facts/machine_environment.hpp"
#include "facts/operating_system.hpp"
#include "winsock/system_function.hpp"

using namespace conformance;

TEST_CASE("the version is the kernel's, not the one for old programs") {
    // Fixed addresses of KUSER_SHARED_DATA, where the kernel keeps NtMajorVersion and
    // NtMinorVersion (ntddk.h).
    const auto major = *reinterpret_cast<const volatile ULONG*>(std::uintptr_t{0x7FFE026C});
    const auto minor = *reinterpret_cast<const volatile ULONG*>(std::uintptr_t{0x7FFE0270});
    const auto version = operating_system().version;
    CHECK(version.major == major);
    CHECK(version.minor == minor);
    CHECK(version.build > 1000);
}

TEST_CASE("Wine is known by its own function") {
    const bool is_wine =
        GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
    CHECK(operating_system().wine_version.has_value() == is_wine);
}

TEST_CASE("the environment names architecture and clock") {
    const auto environment = machine_environment();
    CHECK_FALSE(environment.architecture.native.empty());
    CHECK_FALSE(environment.architecture.process.empty());
    CHECK(environment.timer_resolution_us > 0);
    CHECK_FALSE(environment.os.product.empty());
}
