#include "facts/operating_system.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <regex>

#include "facts/file_version.hpp"
#include "facts/registry.hpp"
#include "winsock/system_function.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

OSVERSIONINFOEXW true_version() {
    OSVERSIONINFOEXW version{};
    version.dwOSVersionInfoSize = sizeof version;
    using RtlGetVersion = LONG(WINAPI*)(OSVERSIONINFOEXW*);
    if (const auto get = system_function<RtlGetVersion>(L"ntdll.dll", "RtlGetVersion")) {
        get(&version);
    }
    return version;
}

std::optional<std::string> wine_version() {
    using WineGetVersion = const char*(__cdecl*)();
    const auto get = system_function<WineGetVersion>(L"ntdll.dll", "wine_get_version");
    return get != nullptr ? std::optional(valid_utf8(get())) : std::nullopt;
}

}  // namespace

OperatingSystem operating_system() {
    constexpr auto key = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    const auto version = true_version();
    OperatingSystem os;
    os.version = {version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber};
    os.server = version.wProductType != VER_NT_WORKSTATION;
    os.product = product_name(os.version, os.server);
    os.edition = read_registry_text(key, L"EditionID").value_or("");
    os.ubr = read_registry_dword(key, L"UBR").value;
    // DisplayVersion from 20H2 on, ReleaseId from 1511 on, before that a service pack.
    os.display_version = read_registry_text(key, L"DisplayVersion")
                             .value_or(read_registry_text(key, L"ReleaseId").value_or(""));
    if (os.display_version.empty() && version.wServicePackMajor != 0) {
        os.display_version = "SP" + std::to_string(version.wServicePackMajor);
    }
    os.wine_version = wine_version();
    if (!os.wine_version &&
        read_registry_text(key, L"ProductName").value_or("").starts_with("ReactOS")) {
        std::vector<std::string> texts;
        for (const auto* name : {L"ProductName", L"BuildLab", L"CurrentVersion", L"CSDVersion"}) {
            texts.push_back(read_registry_text(key, name).value_or(""));
        }
        os.reactos_version =
            reactos_version(texts, file_version(system_directory() / L"ntdll.dll"));
        os.product = "ReactOS " + *os.reactos_version;
    }
    return os;
}

std::string reactos_version(const std::vector<std::string>& texts,
                            const std::string& file_version) {
    static const std::regex version(R"((^|[^0-9.])(0\.[0-9]+(\.[0-9]+)?))");
    for (const auto& text : texts) {
        if (std::smatch found; std::regex_search(text, found, version)) {
            return found[2];
        }
    }
    // Its DLLs have 42 in front, so that they are newer than those of Windows.
    static const std::regex of_file(R"(^42\.([0-9]+\.[0-9]+))");
    std::smatch found;
    return std::regex_search(file_version, found, of_file) ? "0." + found[1].str() : "unknown";
}

std::string boot_time() {
    using Query = LONG(NTAPI*)(ULONG, void*, ULONG, ULONG*);
    constexpr ULONG system_time_of_day = 3;
    // Of the documented structure's predecessor only the beginning is of interest: the time of the
    // start.
    std::array<std::int64_t, 6> information{};
    const auto query = system_function<Query>(L"ntdll.dll", "NtQuerySystemInformation");
    if (query == nullptr ||
        query(system_time_of_day, information.data(), sizeof information, nullptr) != 0) {
        return {};
    }
    return std::to_string(information[0]);
}

bool is_elevated() {
    SID_IDENTIFIER_AUTHORITY authority = {SECURITY_NT_AUTHORITY};
    PSID administrators = nullptr;
    if (!AllocateAndInitializeSid(&authority, 2, SECURITY_BUILTIN_DOMAIN_RID,
                                  DOMAIN_ALIAS_RID_ADMINS, 0, 0, 0, 0, 0, 0, &administrators)) {
        return false;
    }
    // Membership of the token in force, so that a filtered token (UAC) counts as not elevated.
    BOOL member = FALSE;
    if (!CheckTokenMembership(nullptr, administrators, &member)) {
        member = FALSE;
    }
    FreeSid(administrators);
    return member != FALSE;
}

double timer_resolution_us() {
    using NtQueryTimerResolution = LONG(NTAPI*)(ULONG*, ULONG*, ULONG*);
    const auto query =
        system_function<NtQueryTimerResolution>(L"ntdll.dll", "NtQueryTimerResolution");
    ULONG coarsest = 0;
    ULONG finest = 0;
    ULONG current = 0;
    if (query != nullptr) {
        query(&coarsest, &finest, &current);
    }
    constexpr double units_of_100_ns_per_us = 10;
    return current / units_of_100_ns_per_us;
}

std::string ci_image() {
    const auto* os = std::getenv("ImageOS");
    const auto* version = std::getenv("ImageVersion");
    if (os == nullptr || version == nullptr) {
        return {};
    }
    return valid_utf8(std::string(os) + " " + version);
}

}  // namespace conformance
